package org.jiamenkou.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.ImportAnswer;
import org.jiamenkou.access.Imports;
import org.jiamenkou.access.Right;
import org.jiamenkou.access.StagedImport;
import org.jiamenkou.access.TestImports;
import org.jiamenkou.calendar.store.DayStore;
import org.jiamenkou.calendar.store.TestStores;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.sheets.StagedSheets;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.TestMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of public holidays by sheet: a new edition, or nothing. */
class DaySheetTest {
    private static final Actor CITY = actor(Areas.EVERYWHERE);
    private static final String HEADER = "day,kind,name,source\n";
    private static final String NEW_YEAR = """
            2027-01-01,public-holiday,元旦,国办发明电〔2026〕1号
            2027-01-02,public-holiday,元旦,国办发明电〔2026〕1号
            2027-01-03,public-holiday,元旦,国办发明电〔2026〕1号
            2027-01-09,make-up-workday,元旦,国办发明电〔2026〕1号
            """;

    private final TestDatabase database = TestDatabase.fresh();
    private WorkingCalendars calendars;
    private DaySheet sheet;
    private Imports imports;

    @TempDir
    Path folder;

    private static Actor actor(Areas areas) {
        return new Actor(new UUID(9, 9), "x", Map.of(Right.EDIT_CALENDAR, areas), Set.of());
    }

    @BeforeEach
    void open() {
        DayStore days = TestStores.days(database.sql());
        new HolidayNotices(database.scoped(), days, database.changes(), database.clock()).run((done, total) -> {});
        calendars = new WorkingCalendars(database.scoped(), days, database.versions());
        sheet = new DaySheet(
                days,
                TestMessages.all(),
                new DayEdits(database.scoped(), days, database.audit(), database.changes(), database.clock()));
        imports = TestImports.over(database, List.of(sheet));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private StagedImport uploaded(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), HEADER + rows);
        ImportAnswer answer = imports.upload(CITY, sheet, file, new StagedSheets.FileName("days.csv"));
        return imports.find(CITY, ((ImportAnswer.Staged) answer).id()).orElseThrow();
    }

    private static List<String> places(StagedImport staged) {
        return staged.verdict().problems().stream()
                .map(one -> one.row() + " " + one.column() + " " + one.says().key())
                .toList();
    }

    @Test
    void a_year_comes_in_as_an_edition_and_a_second_time_changes_nothing() throws IOException {
        StagedImport staged = uploaded(NEW_YEAR);
        assertThat(places(staged)).isEmpty();
        assertThat(imports.confirm(CITY, staged.id())).isInstanceOf(ImportAnswer.Written.class);
        assertThat(calendars.current().kindOf(LocalDate.of(2027, 1, 1))).isEqualTo(DayKind.PUBLIC_HOLIDAY);
        assertThat(calendars.current().kindOf(LocalDate.of(2027, 1, 9))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(calendars.listEditions()).extracting(YearEdition::year).contains(2027);
        StagedImport again = uploaded(NEW_YEAR);
        assertThat(again.verdict().counts().unchanged()).isEqualTo(4);
        assertThat(imports.confirm(CITY, again.id())).isInstanceOf(ImportAnswer.Written.class);
        assertThat(calendars.listEditions())
                .filteredOn(one -> one.year() == 2027)
                .extracting(YearEdition::edition)
                .containsExactly(1);
    }

    @Test
    void what_is_taken_out_comes_back_in_unchanged() throws IOException {
        StringBuilder rows = new StringBuilder();
        List<String[]> out = imports.export(CITY, sheet).stream()
                .map(row -> new String[] {row[0], row[1], row[2], row[3]})
                .toList();
        out.forEach(row -> rows.append(String.join(",", row)).append('\n'));
        StagedImport staged = uploaded(rows.toString());
        assertThat(places(staged)).isEmpty();
        assertThat(staged.verdict().counts().unchanged()).isEqualTo(out.size());
    }

    @Test
    void a_gap_two_kinds_of_one_day_two_sources_and_a_missing_year_are_refused_at_their_rows() throws IOException {
        assertThat(places(uploaded("""
                                2027-10-01,public-holiday,国庆节,甲
                                2027-10-02,public-holiday,国庆节,甲
                                2027-10-04,public-holiday,国庆节,甲
                                2027-10-04,make-up-workday,国庆节,甲
                                2027-12-31,rest-day,年终,乙
                                """)))
                .containsExactly(
                        "4 day calendar.sheet.days.gap",
                        "5 day calendar.sheet.days.twice",
                        "6 source calendar.sheet.days.oneSource");
        assertThat(places(uploaded("2029-01-01,public-holiday,元旦,甲\n")))
                .containsExactly("2 day calendar.sheet.days.yearMissing");
        assertThat(places(uploaded("2027-02-30,public-holiday,春节,甲\n2027-02-01,feast,春节,甲\n")))
                .containsExactly("2 day platform.sheet.notDate", "3 kind platform.sheet.notAChoice");
        assertThat(calendars.listEditions()).extracting(YearEdition::year).containsExactly(2024, 2025, 2026);
    }

    @Test
    void only_who_holds_the_right_for_the_whole_city_brings_days_in() {
        Actor district = actor(Areas.within(Set.of(new UUID(3, 3))));
        assertThatThrownBy(() -> imports.export(district, sheet)).isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> sheet.plan(district, List.of())).isInstanceOf(AccessRefusedException.class);
    }
}
