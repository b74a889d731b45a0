package org.jiamenkou.platform;

/**
 * A place in a navigation bar, declared by the module that owns the page.
 *
 * @param bar which bar
 * @param order entries stand in rising order; leave gaps
 * @param path where it leads
 * @param key message key of its label
 */
public record NavEntry(Bar bar, int order, String path, String key) {
    /** The bars of shared/ui/ui.md section 3. */
    public enum Bar {
        RESIDENT,
        DESK,
        FOOT
    }
}
