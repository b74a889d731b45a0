package org.jiamenkou.access;

import java.util.UUID;

/** How a change of an account ended. */
public sealed interface AccountOutcome {
    /** @param shownOnce an initial password or a restore code, to be shown now and never again; empty when there is none */
    record Done(UUID accountId, String shownOnce) implements AccountOutcome {
        @Override
        public String toString() {
            return "Done[" + accountId + "]";
        }
    }

    record Refused(AccountRefusal refusal) implements AccountOutcome {}
}
