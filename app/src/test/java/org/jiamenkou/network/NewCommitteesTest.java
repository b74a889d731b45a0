package org.jiamenkou.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.Test;

/** In the sample network a committee that a newer edition brings gets a station like its neighbours. */
class NewCommitteesTest {
    private static final SystemScope COMMAND = new SystemScope("network.import-command");

    @Test
    void a_new_committee_gets_a_sample_station_with_hours_rooms_and_a_place() {
        try (TestNetwork network = TestNetwork.loaded(true)) {
            DivisionList shipped = DivisionFiles.shipped();
            List<DivisionList.Row> rows = new ArrayList<>(shipped.rows());
            rows.add(new DivisionList.Row("310115014199", new DivisionList.Name("\u5168\u65b0\u5c45\u59d4\u4f1a")));
            EditionAnswer proposed = network.editions.propose(
                    COMMAND,
                    new DivisionList(
                            new DivisionList.Title("one more", shipped.title().source()),
                            LocalDate.of(2026, 6, 30),
                            rows,
                            List.of()));
            network.editions.confirm(COMMAND, ((EditionAnswer.Proposed) proposed).edition());
            Station station = network.stationOf("310115014199");
            assertThat(station.sample()).isTrue();
            assertThat(station.point()).isNotNull();
            assertThat(station.schedule()).isNotNull();
            assertThat(network.stations.details(station).rooms()).isNotEmpty();
            assertThat(network.reports.listCommitteesWithoutStation()).isEmpty();
        }
    }
}
