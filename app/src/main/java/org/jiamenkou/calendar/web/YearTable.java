package org.jiamenkou.calendar.web;

import java.util.List;
import org.jiamenkou.calendar.DayRun;
import org.jiamenkou.calendar.YearEdition;
import org.jiamenkou.platform.text.LocalText;

/** A year as the page shows it. */
public record YearTable(YearEdition edition, List<Row> rows) {
    /** A run of days with its name in both languages. */
    public record Row(DayRun run, LocalText name) {}

    /** Whether the source is an address that can be followed. */
    public boolean hasAddress() {
        return edition.source().startsWith("https://") || edition.source().startsWith("http://");
    }
}
