package org.jiamenkou.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jiamenkou.TestApp;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every station and every service centre of the real network is a place of the queue; asked where no other test adds stations. */
class QueuePlacesTest {
    private static final SystemScope TEST = new SystemScope("test.places");
    private static final int MOST_LOOKS = 200;

    private final TestApp app = TestApp.shared();
    private final QueuePlaces places = TestApp.shared().bean(QueuePlaces.class);
    private final Stations stations = TestApp.shared().bean(Stations.class);

    @Test
    void aStationReceivesByLogAndTheCentreAboveItByNumbers() {
        QueuePlace station = places.findByCode("33 22").orElseThrow();
        assertThat(station.mode()).isEqualTo(QueueMode.RECEPTION_LOG);
        List<QueuePlace> all =
                places.listBySubdistrict(new DivisionId(station.id().subdistrictId()));
        assertThat(all.getFirst().kind()).isEqualTo(QueuePlace.Kind.CENTRE);
        assertThat(all.getFirst().mode()).isEqualTo(QueueMode.NUMBERS);
        assertThat(places.findByCode(all.getFirst().code())).contains(all.getFirst());
        assertThat(all)
                .hasSize(1
                        + stations.listBySubdistrict(new DivisionId(station.id().subdistrictId()))
                                .size());
    }

    @Test
    void aStationThatComesLaterIsAPlaceWithoutARestart() {
        QueuePlace there = places.findByCode("34 23").orElseThrow();
        change("""
                insert into network.stations (subdistrict_id, id, area_id, code, type, name_zh, opens_short, sample, version)
                select subdistrict_id, gen_random_uuid(), area_id, '34ZZ', type, name_zh, opens_short, sample, 1
                from network.stations where code = '3423'""", there);
        try {
            for (int i = 0; i < MOST_LOOKS && places.findByCode("34ZZ").isEmpty(); i++) {
                pause();
            }
            assertThat(places.findByCode("34ZZ")).isPresent();
        } finally {
            change("delete from queue.places where code = '34ZZ'", there);
            change("delete from network.stations where code = '34ZZ'", there);
        }
    }

    private void change(String statement, QueuePlace there) {
        app.bean(Scoped.class).transaction(TEST, () -> {
            app.bean(JdbcClient.class).sql(statement).update();
            app.bean(Changes.class)
                    .publish(new Change(
                            "network", "StationsChanged", "test", there.id().subdistrictId()));
        });
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theWrittenOrderHasNumbersFromItsFirstDayOn() {
        assertThat(places.rules(LocalDate.of(2026, 11, 24)).mostInARow()).isPositive();
    }
}
