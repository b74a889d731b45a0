package org.jiamenkou.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.network.rules.Shape;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.PublicScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole sample network on a real database. */
class NetworkLoadTest {
    private static TestNetwork network;

    @BeforeAll
    static void load() {
        network = TestNetwork.loaded(true);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    private static Division division(String code) {
        return network.divisions.find(code).orElseThrow();
    }

    private static Point placeOf(Station station) {
        return Objects.requireNonNull(station.point());
    }

    @Test
    void all_divisions_of_the_edition_are_there() {
        assertThat(network.divisions.listDistricts()).hasSize(16);
        List<Division> subdistricts = network.divisions.list(DivisionKind.SUBDISTRICT);
        assertThat(subdistricts).hasSize(234);
        assertThat(subdistricts).filteredOn(d -> d.form().equals("STREET")).hasSize(107);
        assertThat(subdistricts).filteredOn(d -> d.form().equals("TOWN")).hasSize(106);
        assertThat(subdistricts).filteredOn(d -> d.form().equals("TOWNSHIP")).hasSize(2);
        assertThat(subdistricts)
                .filteredOn(d -> d.form().equals("ZONE") || d.form().equals("FARM"))
                .hasSize(19);
        List<Division> committees = network.divisions.list(DivisionKind.COMMITTEE);
        assertThat(committees).hasSize(6_509);
        assertThat(committees).filteredOn(d -> d.form().equals("VIRTUAL")).hasSize(13);
    }

    @Test
    void each_real_committee_has_one_station_and_a_virtual_one_none() {
        assertThat(network.stations.listAll())
                .filteredOn(station -> station.parent() == null
                        && Set.of("residents-station", "village-centre").contains(station.type()))
                .hasSize(6_496);
        assertThat(network.reports.listCommitteesWithoutStation()).isEmpty();
        assertThat(network.stations.of(division("310104501498"))).isEmpty();
        Station station = network.stations.of(division("310115014002")).orElseThrow();
        assertThat(station.name().zh()).isEqualTo("凌河路二“家门口”服务站");
        assertThat(station.sample()).isTrue();
    }

    @Test
    void every_place_lies_inside_its_district() {
        for (Station station : network.stations.listAll()) {
            Division district = network.divisions.districtOf(station.area()).orElseThrow();
            Shape shape = network.shapes.shapes().stream()
                    .filter(one -> one.districtCode().equals(district.code()))
                    .findFirst()
                    .orElseThrow();
            Point point = placeOf(station);
            assertThat(shape.contains(point.longitude(), point.latitude())).isTrue();
        }
    }

    @Test
    void codes_are_unique_in_the_city_and_find_their_station() {
        Set<String> codes = new HashSet<>();
        network.stations
                .listAll()
                .forEach(station -> assertThat(codes.add(station.code())).isTrue());
        Station any = network.stations.listAll().get(3_000);
        assertThat(network.stations.findByCode(" " + any.code().toLowerCase() + " "))
                .contains(any);
        assertThat(network.stations.findByCode("0OI1")).isEmpty();
        assertThat(network.stations.findByCode("𠮷𠮷")).isEmpty();
    }

    @Test
    void the_nearest_come_first() {
        Station station = network.stations.of(division("310115014002")).orElseThrow();
        List<Nearby> near = network.stations.nearest(placeOf(station), 8);
        assertThat(near).hasSize(8);
        assertThat(near.getFirst().metres()).isZero();
        assertThat(near).extracting(Nearby::metres).isSorted();
        double farthest = near.getLast().metres();
        long closer = network.stations.listAll().stream()
                .filter(other -> placeOf(other).metresTo(placeOf(station)) < farthest - 1)
                .count();
        assertThat(closer).isLessThanOrEqualTo(8);
    }

    @Test
    void the_page_of_a_station_has_everything() {
        StationDetails details = network.stations.details(
                network.stations.of(division("310115014002")).orElseThrow());
        assertThat(details.units()).hasSize(5);
        assertThat(details.rooms()).hasSizeBetween(2, 6);
        assertThat(details.residentSharePercent()).isBetween(0, 100);
        assertThat(details.responsible()).isNotNull();
        assertThat(details.bRole()).isNotNull();
        assertThat(details.board()).hasSizeGreaterThan(5);
        assertThat(details.board())
                .filteredOn(post -> post.staffId()
                        .equals(Objects.requireNonNull(details.responsible()).staffId()))
                .as("one person holds several posts")
                .hasSizeGreaterThan(1);
        assertThat(details.points()).isNotEmpty();
        assertThat(details.clusters()).isNotEmpty();
        assertThat(details.serviceArea()).isNotNull();
        assertThat(details.plates())
                .allSatisfy(plate -> assertThat(plate.itemSlug()).isNotBlank());
    }

    @Test
    void hours_follow_patterns_and_a_few_are_short() {
        assertThat(network.stations.listAll())
                .allSatisfy(station ->
                        assertThat(station.schedule()).as(station.code()).isNotNull());
        long shortOnes = network.stations.listAll().stream()
                .filter(station -> station.parent() == null && station.opensShort())
                .count();
        assertThat(shortOnes).isBetween(100L, 1_000L);
        Centre affairs =
                network.centres.of(division("310115014").id(), "affairs").orElseThrow();
        assertThat(network.schedules.findSchedule(Objects.requireNonNull(affairs.schedule())))
                .isPresent();
    }

    @Test
    void one_station_has_no_responsible_person() {
        StationDetails details = network.stations.details(
                network.stations.of(division("310115014006")).orElseThrow());
        assertThat(details.responsible()).isNull();
    }

    @Test
    void each_subdistrict_has_its_six_centres() {
        for (Division subdistrict :
                network.divisions.list(DivisionKind.SUBDISTRICT).subList(0, 20)) {
            assertThat(network.centres.list(subdistrict.id()))
                    .extracting(Centre::kind)
                    .containsExactlyInAnyOrder("affairs", "health", "culture", "party", "security", "emergency");
        }
        assertThat(network.centres.listAll()).hasSize(234 * 6);
    }

    @Test
    void advisers_of_the_committee_come_first() {
        List<Adviser> advisers = network.advisers.near(division("310115014002"), "elder-care-adviser");
        assertThat(advisers.getFirst().area().code()).isEqualTo("310115014002");
        assertThat(advisers).hasSizeGreaterThan(5);
        assertThat(network.advisers.near(division("310115014002"), "community-planner"))
                .hasSize(1);
    }

    @Test
    void the_party_tree_stands_beside_the_administrative_one() {
        Organisation district = network.organisations
                .list(division("310115").id(), Organisation.Kind.PARTY)
                .getFirst();
        assertThat(network.organisations.listBelow(district))
                .hasSize(network.divisions.children(division("310115").id()).size());
        assertThat(network.organisations.findDepartment(division("310115").id(), "civil-affairs"))
                .isPresent();
    }

    @Test
    void declared_counts_stand_beside_computed_ones() {
        assertThat(network.reports.listDeclared())
                .anySatisfy(count -> assertThat(count.count()).isEqualTo(1308))
                .allSatisfy(count -> assertThat(count.declaredBy()).isNotBlank());
        assertThat(network.reports.countByDistrict().stream()
                        .filter(count -> "residents-station".equals(count.type()))
                        .mapToInt(StationCount::count)
                        .sum())
                .isEqualTo(4_941);
        assertThat(network.reports.listOverlaps(division("310115014").id()))
                .allSatisfy(overlap -> assertThat(overlap.metres()).isLessThanOrEqualTo(150));
    }

    @Test
    void codes_resolve_or_say_why_not() {
        assertThat(network.divisions.resolve("310115014")).isInstanceOf(DivisionAnswer.Current.class);
        assertThat(network.divisions.resolve("999999")).isInstanceOf(DivisionAnswer.Unknown.class);
        assertThat(network.divisions.resolve("31011")).isInstanceOf(DivisionAnswer.Malformed.class);
        assertThat(network.divisions.path(division("310115014002").id()))
                .extracting(Division::kind)
                .containsExactly(
                        DivisionKind.CITY, DivisionKind.DISTRICT, DivisionKind.SUBDISTRICT, DivisionKind.COMMITTEE);
    }

    @Test
    void a_district_reaches_its_subdistricts() {
        Division pudong = division("310115");
        Set<UUID> reach = network.divisions.reach(pudong.id().value());
        assertThat(reach)
                .hasSize(1 + network.divisions.children(pudong.id()).size())
                .contains(division("310115014").id().value());
        assertThat(network.divisions.isCity(network.divisions.city().id().value()))
                .isTrue();
        assertThat(network.divisions.findByCode("310115014002"))
                .contains(new Place(
                        division("310115014002").id().value(),
                        division("310115014").id().value()));
    }

    @Test
    void loading_again_changes_nothing() {
        long before = countStations();
        network.loader(true).run((done, total) -> {
            throw new AssertionError("nothing was left to do");
        });
        assertThat(countStations()).isEqualTo(before);
    }

    private static long countStations() {
        return network.database
                .scoped()
                .read(
                        PublicScope.PUBLIC,
                        () -> network.database
                                .sql()
                                .sql("select count(*) from network.stations")
                                .query(Long.class)
                                .single());
    }
}
