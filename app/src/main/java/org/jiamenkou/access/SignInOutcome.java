package org.jiamenkou.access;

import java.time.LocalDateTime;
import java.util.UUID;

/** How an attempt to sign in ended. */
public sealed interface SignInOutcome {
    /** @param mustChangePassword the password is too old or was given by somebody else */
    record Welcome(UUID accountId, String name, boolean mustChangePassword) implements SignInOutcome {}

    /** The name is unknown, the password wrong, the account left, or no grant is valid today: one answer for all. */
    record NotRecognised() implements SignInOutcome {}

    record Locked(LocalDateTime until) implements SignInOutcome {}
}
