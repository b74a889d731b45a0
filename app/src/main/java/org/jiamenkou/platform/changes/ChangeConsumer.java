package org.jiamenkou.platform.changes;

import java.util.List;
import java.util.Set;

/** A consumer that runs on every node ({@code everywhere}): it keeps a derived copy of this node up to date. */
public interface ChangeConsumer {
    Set<String> modules();

    /** Called in commit order, at least once for each change of these modules; must be idempotent. */
    void onChanges(List<Change> changes);
}
