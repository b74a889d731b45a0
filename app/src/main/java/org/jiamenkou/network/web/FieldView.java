package org.jiamenkou.network.web;

import org.jiamenkou.platform.sheets.SheetColumn;

/**
 * A field of a form.
 *
 * @param value as it stands in the field
 * @param seen as it was when the page was opened, so that a second editor can be told what changed
 */
public record FieldView(SheetColumn column, String label, String hint, String value, Seen seen) {
    public record Seen(String text) {}

    /** What somebody else wrote meanwhile. */
    public record Theirs(String field, String label, String now) {}
}
