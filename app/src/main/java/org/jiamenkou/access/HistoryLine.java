package org.jiamenkou.access;

import java.time.Instant;
import java.util.List;

/** One row of the audit trail. @param actor name of the account, or the actor key of a system actor */
public record HistoryLine(Instant at, String actor, String action, List<String> fields) {
    public HistoryLine {
        fields = List.copyOf(fields);
    }
}
