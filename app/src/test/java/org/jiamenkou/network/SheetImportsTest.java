package org.jiamenkou.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.ImportAnswer;
import org.jiamenkou.access.Imports;
import org.jiamenkou.access.Right;
import org.jiamenkou.access.SheetKind;
import org.jiamenkou.access.SheetPlan;
import org.jiamenkou.access.StagedImport;
import org.jiamenkou.access.TestImports;
import org.jiamenkou.elements.TestCodeSets;
import org.jiamenkou.network.store.RecordHistoryStore;
import org.jiamenkou.network.store.RecordStore;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetRow;
import org.jiamenkou.platform.sheets.StagedSheets;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.TestMessages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stations and rooms by sheet, on a real database: nothing of a wrong file is written, and all of a right one is. */
class SheetImportsTest {
    private static final SystemScope TEST = new SystemScope("test");
    private static final String STATIONS = "committee\tname_zh\ttype\tphone\n";

    private static TestNetwork network;
    private static Actor officer;
    private static Actor stranger;
    private static StationSheet stations;
    private static RoomSheet rooms;
    private static Imports imports;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        network = TestNetwork.loaded(true);
        officer = officerOf("310115014");
        stranger = officerOf("310115008");
        RecordStore store = new RecordStore(network.database.sql());
        Records records = new Records(
                store,
                new RecordHistoryStore(network.database.sql()),
                network.database.changes(),
                network.database.ids(),
                network.database.clock());
        SheetAreas areas = new SheetAreas(network.divisions);
        SheetChoices choices = new SheetChoices(TestCodeSets.over(network.database), TestMessages.all());
        stations = new StationSheet(store, records, areas, choices, network.database.ids(), network.database.clock());
        rooms = new RoomSheet(store, records, areas, choices, network.database.ids());
        imports = TestImports.over(network.database, List.of(stations, rooms, new FailsInTheMiddle(stations)));
    }

    @AfterAll
    static void close() {
        network.close();
    }

    private static Actor officerOf(String subdistrict) {
        return new Actor(
                UUID.randomUUID(),
                "王示例",
                Map.of(
                        Right.EDIT_STATIONS,
                        Areas.within(Set.of(network.division(subdistrict).id().value()))),
                Set.of());
    }

    /** The disk is full, or the process dies, after the rows were written and before the transaction ends. */
    private record FailsInTheMiddle(SheetKind like) implements SheetKind {
        @Override
        public String code() {
            return "failing";
        }

        @Override
        public Right right() {
            return like.right();
        }

        @Override
        public int order() {
            return 99;
        }

        @Override
        public SheetForm form() {
            return like.form();
        }

        @Override
        public SheetPlan plan(Actor actor, List<SheetRow> rows) {
            SheetPlan plan = like.plan(actor, rows);
            return new SheetPlan(plan.problems(), plan.counts(), plan.first(), plan.stamp(), plan.place(), () -> {
                plan.write().run();
                throw new IllegalStateException("no space left on device");
            });
        }

        @Override
        public List<@Nullable String[]> export(Actor actor) {
            return List.of();
        }
    }

    private UUID upload(Actor actor, String kind, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("sheet"), text);
        ImportAnswer answer = imports.upload(
                actor, imports.find(actor, kind).orElseThrow(), file, new StagedSheets.FileName("sheet.csv"));
        return ((ImportAnswer.Staged) answer).id();
    }

    private static StagedImport look(Actor actor, UUID id) {
        return imports.find(actor, id).orElseThrow();
    }

    private static long count(String statement, Object... params) {
        return network.database.scoped().read(TEST, (Supplier<Long>) () -> network.database
                .sql()
                .sql(statement)
                .params(List.of(params))
                .query(Long.class)
                .single());
    }

    @Test
    void a_right_sheet_is_previewed_written_once_and_found_by_everybody() throws IOException {
        UUID id = upload(
                officer,
                "stations",
                STATIONS + "310115014002\t新站甲\tresidents-station\t021-5550 0101\n"
                        + "310115014003\t新站乙\tresidents-station\t\n");
        assertThat(look(officer, id).state()).isEqualTo(StagedImport.State.READY);
        assertThat(look(officer, id).verdict().counts()).isEqualTo(new SheetPlan.Counts(2, 0, 0));
        assertThat(count("select count(*) from network.stations where name_zh like '新站_'"))
                .isZero();
        assertThat(imports.confirm(officer, id)).isEqualTo(new ImportAnswer.Written(id));
        assertThat(imports.confirm(officer, id)).as("twice").isEqualTo(new ImportAnswer.Written(id));
        assertThat(count("select count(*) from network.stations where name_zh like '新站_'"))
                .isEqualTo(2);
        assertThat(network.stations.listByCommittee(
                        network.division("310115014002").id()))
                .anySatisfy(one -> assertThat(one.name().zh()).isEqualTo("新站甲"));
        assertThat(count(
                        "select count(*) from access.audit where action = 'sheet.import' and subject = ?",
                        id.toString()))
                .isEqualTo(1);
        UUID again = upload(
                officer,
                "stations",
                STATIONS + "310115014002\t新站甲\tresidents-station\t021-5550 0102\n"
                        + "310115014003\t新站乙\tresidents-station\t\n");
        assertThat(look(officer, again).verdict().counts()).isEqualTo(new SheetPlan.Counts(0, 1, 1));
        imports.confirm(officer, again);
        assertThat(count("select count(*) from network.record_edits where field = 'phone' and was = '021-5550 0101'"
                        + " and now = '021-5550 0102' and by_name = '王示例'"))
                .isEqualTo(1);
    }

    @Test
    void every_mistake_is_named_and_nothing_is_written() throws IOException {
        long before = count("select count(*) from network.stations");
        UUID id = upload(
                officer,
                "stations",
                STATIONS + "310115014002\t错站甲\tno-such-type\t1\n"
                        + "310115008001\t错站乙\tresidents-station\t\n"
                        + "310115014002\t\tresidents-station\t\n"
                        + "310115014004\t好站丙\tresidents-station\t\n"
                        + "310115014004\t好站丙\tresidents-station\t\n"
                        + "310115014004\t好站丁\tresidents-station\tnot a phone\n");
        StagedImport wrong = look(officer, id);
        assertThat(wrong.state()).isEqualTo(StagedImport.State.WRONG);
        assertThat(wrong.verdict().problems())
                .extracting(one -> one.row() + " " + one.column())
                .containsExactly("2 type", "3 committee", "4 name_zh", "6 name_zh", "7 phone");
        assertThat(imports.confirm(officer, id)).isInstanceOf(ImportAnswer.ChangedMeanwhile.class);
        assertThat(count("select count(*) from network.stations")).isEqualTo(before);
    }

    @Test
    void what_fails_in_the_middle_leaves_nothing_behind() throws IOException {
        long before = count("select count(*) from network.stations");
        UUID id = upload(officer, "failing", STATIONS + "310115014005\t断站甲\tresidents-station\t\n");
        assertThatThrownBy(() -> imports.confirm(officer, id)).hasMessageContaining("no space left");
        assertThat(count("select count(*) from network.stations")).isEqualTo(before);
        assertThat(count("select count(*) from platform.changes where kind = 'StationsChanged' and subject in"
                        + " (select id::text from network.stations where name_zh = '断站甲')"))
                .isZero();
        assertThat(look(officer, id).state()).as("it may be confirmed again").isEqualTo(StagedImport.State.READY);
    }

    @Test
    void rows_that_somebody_changed_meanwhile_are_shown_again_and_not_overwritten() throws IOException {
        String code = network.stationOf("310115014006").code();
        String sheet = "code\tcommittee\tname_zh\ttype\tphone\n" + code + "\t310115014006\t"
                + network.stationOf("310115014006").name().zh() + "\tresidents-station\t021-5550 0%s\n";
        UUID mine = upload(officer, "stations", sheet.formatted("201"));
        UUID theirs = upload(officer, "stations", sheet.formatted("202"));
        assertThat(imports.confirm(officer, theirs)).isInstanceOf(ImportAnswer.Written.class);
        assertThat(imports.confirm(officer, mine)).isEqualTo(new ImportAnswer.ChangedMeanwhile(mine));
        assertThat(network.stationOf("310115014006").phone()).isEqualTo("021-5550 0202");
        assertThat(look(officer, mine).verdict().first().getFirst().fields())
                .anySatisfy(field -> assertThat(field.was().text()).isEqualTo("021-5550 0202"));
        assertThat(imports.confirm(officer, mine)).as("seen, and confirmed").isEqualTo(new ImportAnswer.Written(mine));
        assertThat(network.stationOf("310115014006").phone()).isEqualTo("021-5550 0201");
    }

    @Test
    void sheets_and_stations_of_others_are_out_of_reach() throws IOException {
        UUID id = upload(officer, "stations", STATIONS + "310115014007\t私站甲\tresidents-station\t\n");
        assertThat(imports.find(stranger, id)).isEmpty();
        assertThat(imports.confirm(stranger, id)).isEqualTo(new ImportAnswer.Gone());
        Actor nobody = new Actor(UUID.randomUUID(), "无权", Map.of(), Set.of());
        assertThatThrownBy(() -> imports.find(nobody, "stations")).isInstanceOf(AccessRefusedException.class);
        UUID reach = upload(
                stranger,
                "rooms",
                "station\tposition\tpurpose\n"
                        + network.stationOf("310115014002").code() + "\t90\tred-harbour\n");
        assertThat(look(stranger, reach).verdict().problems())
                .extracting(one -> one.says().key())
                .containsExactly("network.sheet.unknownStation");
    }

    @Test
    void what_is_exported_comes_back_unchanged() throws IOException {
        for (SheetKind kind : List.of(stations, rooms)) {
            List<@Nullable String[]> rows = imports.export(officer, kind);
            assertThat(rows).hasSizeGreaterThan(20);
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            new org.jiamenkou.platform.sheets.SheetWriter(TestMessages.all(), org.jiamenkou.platform.web.Lang.ZH)
                    .xlsx(imports.form(officer, kind), rows, out);
            Path file = Files.write(folder.resolve("export.xlsx"), out.toByteArray());
            ImportAnswer answer = imports.upload(officer, kind, file, new StagedSheets.FileName("export.xlsx"));
            StagedImport back = look(officer, ((ImportAnswer.Staged) answer).id());
            assertThat(back.verdict().problems()).isEmpty();
            assertThat(back.verdict().counts()).isEqualTo(new SheetPlan.Counts(0, 0, rows.size()));
        }
    }
}
