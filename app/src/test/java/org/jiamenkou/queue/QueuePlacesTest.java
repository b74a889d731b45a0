package org.jiamenkou.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jiamenkou.TestApp;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Stations;
import org.junit.jupiter.api.Test;

/** Every station and every service centre of the real network is a place of the queue; asked where no other test adds stations. */
class QueuePlacesTest {
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
    void theWrittenOrderHasNumbersFromItsFirstDayOn() {
        assertThat(places.rules(LocalDate.of(2026, 11, 24)).mostInARow()).isPositive();
    }
}
