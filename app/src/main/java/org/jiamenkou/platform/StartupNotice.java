package org.jiamenkou.platform;

import java.util.List;

/** What a module wants said once on the terminal when the node is ready, such as the demo log-ins. */
public interface StartupNotice {
    /** Plain lines in the words of the reader; empty when there is nothing to say. */
    List<String> lines();
}
