package org.jiamenkou.access;

import java.time.LocalDateTime;
import java.util.UUID;

/** How a switch of users at a shared desk ended. */
public sealed interface SwitchOutcome {
    record Welcome(UUID accountId, String name, boolean mustChangePassword) implements SwitchOutcome {}

    /** Wrong PIN, unknown card, or somebody who is not on the list of this browser: one answer for all. */
    record NotRecognised() implements SwitchOutcome {}

    /** Too many wrong ones; a full sign-in helps at once. */
    record Locked(LocalDateTime until) implements SwitchOutcome {}
}
