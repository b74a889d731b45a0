package org.jiamenkou.platform;

/**
 * A place in a navigation bar, declared by the module that owns the page.
 *
 * @param bar which bar
 * @param order entries stand in rising order; leave gaps
 * @param path where it leads
 * @param key message key of its label
 * @param right name of a right that whoever sees it must hold somewhere, empty for everybody
 */
public record NavEntry(Bar bar, int order, String path, String key, String right) {
    public NavEntry(Bar bar, int order, String path, String key) {
        this(bar, order, path, key, "");
    }

    /** The bars of shared/ui/ui.md section 3. */
    public enum Bar {
        RESIDENT,
        DESK,
        FOOT
    }
}
