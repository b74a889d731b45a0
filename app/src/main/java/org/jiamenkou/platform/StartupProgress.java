package org.jiamenkou.platform;

/** Where the progress of the start-up tasks is shown; the program prints a line, tests stay silent. */
public interface StartupProgress {
    /** @param done of total, in the task's own units */
    void show(String nameKey, int done, int total);

    /** All tasks are done and the node is ready. */
    void done();
}
