package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.open;

import java.util.List;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.Offerings;
import org.jiamenkou.directory.hsds.HsdsIds;
import org.jiamenkou.directory.hsds.HsdsRecords;
import org.jiamenkou.directory.hsds.Terms;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;

/** The valid requests of the open interfaces. */
final class HsdsFixtures {
    private HsdsFixtures() {}

    static List<Fixture> all(TestApp app) {
        Station station =
                app.bean(Stations.class).findByCode(Fixtures.station(app)).orElseThrow();
        UUID item = app.bean(Items.class).listAll().getFirst().id().value();
        Offering offering = app.bean(Offerings.class).at(station).stream()
                .filter(Offering::isAvailable)
                .findFirst()
                .orElseThrow();
        UUID term = Terms.term(Terms.SERVICE_CLASS, offering.serviceClass());
        return List.of(
                open("/stations/{code}/hours.ics", "/stations/" + station.code() + "/hours.ics"),
                open("/about/open-data", "/about/open-data"),
                open("/openapi.json", "/openapi.json"),
                open("/api/v1/stations", "/api/v1/stations?per_page=5"),
                open("/api/v1/stations/{code}", "/api/v1/stations/" + station.code()),
                open("/api/v1/stations/{code}/offerings", "/api/v1/stations/" + station.code() + "/offerings"),
                open("/api/v1/items", "/api/v1/items"),
                open("/api/v1/items/{slug}", "/api/v1/items/residence-permit"),
                open("/api/v1/open-now", "/api/v1/open-now?area=310115014000"),
                open("/hsds", "/hsds"),
                open("/hsds/", "/hsds/"),
                open("/hsds/services", "/hsds/services?per_page=5"),
                open("/hsds/services/{id}", "/hsds/services/" + item),
                open("/hsds/organizations", "/hsds/organizations?per_page=5"),
                open("/hsds/organizations/{id}", "/hsds/organizations/" + HsdsRecords.NETWORK),
                open("/hsds/service_at_locations", "/hsds/service_at_locations?per_page=5"),
                open(
                        "/hsds/service_at_locations/{id}",
                        "/hsds/service_at_locations/" + HsdsIds.of(station.id(), offering.item())),
                open("/hsds/taxonomies", "/hsds/taxonomies"),
                open("/hsds/taxonomies/{id}", "/hsds/taxonomies/" + Terms.taxonomy(Terms.SERVICE_CLASS)),
                open("/hsds/taxonomy_terms", "/hsds/taxonomy_terms"),
                open("/hsds/taxonomy_terms/{id}", "/hsds/taxonomy_terms/" + term));
    }
}
