package org.jiamenkou.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiamenkou.network.DivisionDifference.Kind;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An edited copy of the shipped edition: a renaming, a split, a merger, a removal, a new code, a new committee. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DivisionEditionsTest {
    private static final SystemScope COMMAND = new SystemScope("network.import-divisions");
    private static final String RENAMED = "310101002001";
    private static final String SPLIT = "310115014027";
    private static final String MERGED_AWAY = "310115014030";
    private static final String MERGED_INTO = "310115014032";
    private static final String REMOVED = "310115014036";
    private static final String RECODED = "310115014037";

    @TempDir
    private static Path folder;

    private static TestNetwork network;
    private static EditionAnswer.Proposed proposed = new EditionAnswer.Proposed(new java.util.UUID(0, 0), List.of());
    private static Station splitStation;

    @BeforeAll
    static void load() {
        network = TestNetwork.loaded(false);
        splitStation = network.stationOf(SPLIT);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    private static void edit() throws IOException {
        Files.writeString(folder.resolve("sh_areas.csv"), NetworkData.text("sh_areas.csv"));
        Files.writeString(folder.resolve("sh_streets.csv"), NetworkData.text("sh_streets.csv"));
        StringBuilder rows = new StringBuilder();
        for (String line : NetworkData.text("sh_villages.csv").split("\n")) {
            String edited = line.startsWith(RENAMED) ? line.replace("云南中路", "云南路") : line;
            if (edited.startsWith(SPLIT) || edited.startsWith(MERGED_AWAY) || edited.startsWith(REMOVED)) {
                continue;
            }
            rows.append(edited.replace(RECODED, "310115014137")).append('\n');
        }
        rows.append("310115014127,龙臣一居委会,310115014,31,3101,310115\n");
        rows.append("310115014128,龙臣二居委会,310115014,31,3101,310115\n");
        rows.append("310115014129,全新居委会,310115014,31,3101,310115\n");
        Files.writeString(folder.resolve("sh_villages.csv"), rows);
        Files.writeString(folder.resolve("successions.csv"), "old,new\n" + MERGED_AWAY + "," + MERGED_INTO + "\n");
        Files.writeString(folder.resolve("edition.properties"), "name=2024\nsource=an edited copy\nasOf=2024-06-30\n");
    }

    @Test
    @Order(1)
    void an_edition_without_its_files_is_refused_by_name() {
        assertThatThrownBy(() -> DivisionFiles.read(folder.resolve("nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("edition.properties");
    }

    @Test
    @Order(2)
    void a_proposal_is_a_difference_list_and_changes_nothing() throws IOException {
        edit();
        proposed = (EditionAnswer.Proposed) network.editions.propose(COMMAND, DivisionFiles.read(folder));
        assertThat(proposed.differences())
                .extracting(DivisionDifference::kind)
                .containsExactlyInAnyOrder(
                        Kind.RENAMED, Kind.SPLIT, Kind.MERGED, Kind.REMOVED, Kind.RECODED, Kind.ADDED);
        assertThat(network.editions.listDifferences(COMMAND, proposed.edition()))
                .isEqualTo(proposed.differences());
        assertThat(network.division(SPLIT).retired()).isFalse();
        assertThat(network.divisions.find("310115014129")).isEmpty();
    }

    @Test
    @Order(3)
    void the_same_name_or_bad_rows_are_refused() throws IOException {
        assertThat(network.editions.propose(COMMAND, DivisionFiles.read(folder)))
                .isInstanceOf(EditionAnswer.NameTaken.class);
        DivisionList list = DivisionFiles.read(folder);
        DivisionList bad = new DivisionList(
                new DivisionList.Title("bad", list.title().source()),
                list.asOf(),
                List.of(
                        new DivisionList.Row("31011501", new DivisionList.Name("短")),
                        new DivisionList.Row("310115014001", new DivisionList.Name("孤"))),
                List.of());
        assertThat(network.editions.propose(COMMAND, bad))
                .isEqualTo(new EditionAnswer.BadRows(List.of("31011501", "310115014001")));
    }

    @Test
    @Order(4)
    void after_confirmation_it_counts_and_old_codes_keep_resolving() {
        DivisionId recoded = network.division(RECODED).id();
        assertThat(network.editions.confirm(COMMAND, proposed.edition()))
                .isEqualTo(new EditionAnswer.Confirmed(proposed.edition(), 6));
        assertThat(network.division(RENAMED).name().zh()).isEqualTo("云南路居委会");
        assertThat(successors(SPLIT))
                .extracting(Division::code)
                .containsExactlyInAnyOrder("310115014127", "310115014128");
        assertThat(successors(MERGED_AWAY)).extracting(Division::code).containsExactly(MERGED_INTO);
        assertThat(successors(REMOVED)).isEmpty();
        assertThat(successors(RECODED)).extracting(Division::id).containsExactly(recoded);
        assertThat(network.division("310115014137").id()).isEqualTo(recoded);
        assertThat(network.division("310115014129").parent())
                .isEqualTo(network.division("310115014").id());
    }

    private static List<Division> successors(String code) {
        return ((DivisionAnswer.Retired) network.divisions.resolve(code)).successors();
    }

    @Test
    @Order(5)
    void stations_stay_where_they_are() {
        Station still = network.stations.get(splitStation.id());
        assertThat(still).isEqualTo(splitStation);
        assertThat(network.divisions.get(still.area()).retired()).isTrue();
    }

    @Test
    @Order(5)
    void each_new_committee_has_a_station_with_a_code_of_its_own() {
        assertThat(network.reports.listCommitteesWithoutStation()).isEmpty();
        List<Station> opened = List.of(
                network.stationOf("310115014127"),
                network.stationOf("310115014128"),
                network.stationOf("310115014129"));
        assertThat(opened).extracting(Station::code).doesNotHaveDuplicates();
        assertThat(opened)
                .allSatisfy(station ->
                        assertThat(network.stations.findByCode(station.code())).contains(station));
    }

    @Test
    @Order(6)
    void an_edition_is_confirmed_once() {
        assertThat(network.editions.confirm(COMMAND, proposed.edition())).isInstanceOf(EditionAnswer.NotProposed.class);
    }

    @Test
    @Order(7)
    void without_demo_nothing_is_invented() {
        assertThat(network.stations.listAll()).hasSize(6_499).allSatisfy(station -> {
            assertThat(station.sample()).isFalse();
            assertThat(station.address()).isNull();
            assertThat(station.point()).isNull();
            assertThat(station.schedule()).isNull();
            assertThat(station.phone()).isNull();
        });
    }
}
