package org.jiamenkou.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiamenkou.platform.sheets.SheetColumn;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.text.LocalText;

/**
 * What stands at the head of a new version of a list.
 *
 * @param version as its source names it
 * @param source the document that says so
 */
public record ListPublication(String version, LocalText name, LocalDate validFrom, String source) {
    private static final int LONGEST_VERSION = 60;
    private static final int LONGEST_SOURCE = 300;

    /** Its fields on a page. */
    public static final SheetForm FORM = new SheetForm(
            "catalogue.list.head",
            List.of(
                    SheetColumn.text("version").must().atMost(LONGEST_VERSION),
                    SheetColumn.text("name_zh").must(),
                    SheetColumn.text("name_en"),
                    SheetColumn.of("from", SheetColumn.Type.DATE).must(),
                    SheetColumn.text("source").must().atMost(LONGEST_SOURCE)));

    /** @param values in normal form, without mistakes */
    public static ListPublication of(Map<String, String> values) {
        return new ListPublication(
                values.getOrDefault("version", ""),
                new LocalText(values.getOrDefault("name_zh", ""), values.get("name_en")),
                LocalDate.parse(values.getOrDefault("from", "")),
                values.getOrDefault("source", ""));
    }
}
