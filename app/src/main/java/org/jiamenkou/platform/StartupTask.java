package org.jiamenkou.platform;

import java.util.function.BiConsumer;

/**
 * What a module does once after migration and before the node counts as ready: load its reference data into an empty
 * database, or build a derived copy. Tasks run in the order of their module's floor and must be idempotent: a power cut
 * in the middle of one is followed by the same task again.
 */
public interface StartupTask {
    /** A floor of docs/architecture.md; tasks of lower floors run first. */
    int floor();

    /** Key in the message bundles, shown in the progress line and by {@code /readyz} while the task is waited for. */
    String nameKey();

    /**
     * Does the work, or returns at once when there is nothing to do.
     *
     * @param progress told (done, total) as the work goes on
     */
    void run(BiConsumer<Integer, Integer> progress);

    /** Whether pages wait for it. What only serves some of them (the search index) lets the others be read meanwhile. */
    default boolean pagesWait() {
        return true;
    }

    /** Whether it only fills the database: what one build has finished there, its later starts leave out. */
    default boolean once() {
        return true;
    }
}
