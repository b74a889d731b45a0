package org.jiamenkou.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiamenkou.TestApp;
import org.jiamenkou.network.DistrictProfile;
import org.jiamenkou.network.DistrictProfiles;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Point;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.junit.jupiter.api.Test;

/** The catalogue over the whole sample network. */
class LoadedCatalogueTest {
    private static final TestApp APP = TestApp.shared();
    private static final Items ITEMS = APP.bean(Items.class);
    private static final Offerings OFFERINGS = APP.bean(Offerings.class);
    private static final Divisions DIVISIONS = APP.bean(Divisions.class);
    private static final Stations STATIONS = APP.bean(Stations.class);

    private static Division division(String code) {
        return DIVISIONS.find(code).orElseThrow();
    }

    private static Station stationOf(String committee) {
        return STATIONS.of(division(committee)).orElseThrow();
    }

    private static ServiceItem item(String slug) {
        return ITEMS.findBySlug(slug).orElseThrow();
    }

    @Test
    void every_item_that_ships_is_in_force_and_counted_by_class() {
        assertThat(ITEMS.listAll().size()).isGreaterThanOrEqualTo(90);
        assertThat(OFFERINGS.countsByClass()).hasSize(7);
        assertThat(OFFERINGS.countsByClass().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(ITEMS.listAll().size());
    }

    @Test
    void loading_again_changes_nothing() {
        List<ServiceItem> before = ITEMS.listAll();
        APP.bean(CatalogueData.class).run((done, total) -> {});
        assertThat(ITEMS.listAll()).isEqualTo(before);
        assertThat(ITEMS.history("family-doctor")).hasSize(1);
    }

    @Test
    void every_station_of_each_type_offers_something() {
        Set<String> types = new HashSet<>();
        for (Station station : STATIONS.listAll()) {
            if (types.add(station.type())) {
                assertThat(OFFERINGS.at(station)).as(station.type()).isNotEmpty();
            }
        }
        assertThat(types).hasSizeGreaterThan(1);
    }

    @Test
    void government_items_are_not_taken_on_where_a_source_says_so() {
        Set<Boolean> seen = new HashSet<>();
        for (Division district : DIVISIONS.listDistricts()) {
            boolean without = APP.bean(DistrictProfiles.class)
                    .find(district.id())
                    .map(DistrictProfile::governmentServices)
                    .filter(does -> !does)
                    .isPresent();
            Station station = STATIONS.listByDistrict(district.id()).getFirst();
            List<Offering> government = OFFERINGS.at(station).stream()
                    .filter(offering -> offering.serviceClass().equals("government"))
                    .toList();
            assertThat(government).isNotEmpty();
            assertThat(government)
                    .as(district.name().zh())
                    .allSatisfy(offering -> assertThat(offering.isAvailable()).isEqualTo(!without));
            assertThat(government)
                    .filteredOn(offering -> !offering.isAvailable())
                    .allSatisfy(offering -> assertThat(offering.reason()).isNotNull());
            seen.add(without);
        }
        assertThat(seen).hasSize(2);
    }

    @Test
    void a_stations_exception_wins_over_the_rules() {
        Station station = stationOf("310115014002");
        Offering pressure =
                OFFERINGS.find(station, item("blood-pressure-check").id()).orElseThrow();
        assertThat(pressure.origin()).isEqualTo(Offering.Origin.STATION_EXCEPTION);
        assertThat(pressure.hoursNote()).isNotNull();
        Offering aids = OFFERINGS.find(station, item("rehab-aids-rental").id()).orElseThrow();
        assertThat(aids.isAvailable()).isFalse();
    }

    @Test
    void a_rule_of_the_subdistrict_wins_over_the_citys() {
        Offering advice = OFFERINGS
                .find(stationOf("310115014005"), item("legal-advice").id())
                .orElseThrow();
        assertThat(advice.origin()).isEqualTo(Offering.Origin.SUBDISTRICT_RULE);
    }

    @Test
    void video_keeps_the_hours_of_the_centres_video_seats() {
        assertThat(OFFERINGS.at(stationOf("310115014005")).stream()
                        .flatMap(offering -> offering.way(Way.VIDEO).stream()))
                .isNotEmpty()
                .allSatisfy(video -> assertThat(video.pattern()).isEqualTo("video-assist"));
    }

    @Test
    void the_nearest_stations_offering_an_item_come_nearest_first() {
        Station station = stationOf("310115014002");
        Point point = java.util.Objects.requireNonNull(station.point());
        List<StationOffering> near = OFFERINGS.stationsOffering(item("rehab-aids-rental"), point, 5);
        assertThat(near).hasSize(5).extracting(StationOffering::metres).isSorted();
        assertThat(near).noneMatch(one -> one.station().id().equals(station.id()));
        assertThat(OFFERINGS.stationsOffering(
                        item("family-doctor"), division("310115014000").id(), 3))
                .hasSize(3);
    }

    @Test
    void an_item_leads_to_who_decides() {
        Routing routing = APP.bean(Routing.class);
        Division committee = division("310115014002");
        assertThat(routing.centreFor(item("family-doctor"), committee)).isInstanceOf(DecidedBy.AtCentre.class);
        assertThat(routing.centreFor(item("blood-pressure-check"), committee))
                .isEqualTo(new DecidedBy.AtCommittee(committee));
        assertThat(routing.centreFor(item("family-doctor"), DIVISIONS.city()))
                .isEqualTo(new DecidedBy.NotKnown("health"));
    }
}
