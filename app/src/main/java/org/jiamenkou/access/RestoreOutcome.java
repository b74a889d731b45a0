package org.jiamenkou.access;

import java.time.LocalDateTime;

/** How the use of a restore code ended. */
public sealed interface RestoreOutcome {
    /** On to the code of the authenticator, or to setting up a new one. */
    record Restored(HalfSignIn half, boolean enrolled) implements RestoreOutcome {}

    /** Unknown name, wrong code, time over, or (when only the authenticator is restored) a wrong password. */
    record NotRecognised() implements RestoreOutcome {}

    record PasswordRefused(PasswordRefusal refusal) implements RestoreOutcome {}

    record Locked(LocalDateTime until) implements RestoreOutcome {}
}
