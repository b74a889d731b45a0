package org.jiamenkou.access;

import java.util.UUID;

/** Ends the sessions of an account everywhere. Called after the transaction that is the reason for it. */
public interface SessionEnding {
    void endAll(UUID accountId);
}
