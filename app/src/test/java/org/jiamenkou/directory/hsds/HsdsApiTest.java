package org.jiamenkou.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.Offerings;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.directory.store.OfferedStore;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scoped;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The answers of /hsds over the whole sample network, held against the schemas of HSDS 3.0. */
class HsdsApiTest {
    private static final TestApp APP = TestApp.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SCHEMAS = "https://hsds.test/";
    private static final SchemaRegistry REGISTRY = registry();

    /** The schemas as given, closed: a field they do not name is refused. The examples add service and services. */
    private static SchemaRegistry registry() {
        Map<String, String> texts = new HashMap<>();
        for (String name : List.of(
                "accessibility",
                "address",
                "attribute",
                "contact",
                "cost_option",
                "funding",
                "language",
                "location",
                "metadata",
                "organization",
                "organization_identifier",
                "phone",
                "program",
                "required_document",
                "schedule",
                "service",
                "service_area",
                "service_at_location",
                "taxonomy",
                "taxonomy_term")) {
            try (InputStream in = HsdsApiTest.class.getResourceAsStream("/hsds/" + name + ".json")) {
                ObjectNode schema = (ObjectNode) JSON.readTree(in);
                ObjectNode properties = (ObjectNode) schema.get("properties");
                if (name.equals("service_at_location")) {
                    properties.putObject("service").put("$ref", "service.json");
                }
                if (name.equals("organization")) {
                    properties
                            .putObject("services")
                            .put("type", "array")
                            .putObject("items")
                            .put("$ref", "service.json");
                }
                schema.put("additionalProperties", false);
                texts.put(SCHEMAS + name + ".json", JSON.writeValueAsString(schema));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
    }

    private static Schema schema(String name) {
        return REGISTRY.getSchema(com.networknt.schema.SchemaLocation.of(SCHEMAS + name + ".json"));
    }

    private static void assertValid(JsonNode node, Schema schema) {
        var wrong = schema.validate(
                node, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(wrong).as(node.toString()).isEmpty();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(APP.url() + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        return JSON.readTree(answer.body());
    }

    @Test
    void a_service_without_a_name_would_be_seen() {
        ObjectNode wrong = JSON.createObjectNode().put("id", "no uuid").put("status", "open");
        assertThat(schema("service")
                        .validate(
                                wrong,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void what_the_stations_of_the_city_offer_is_valid() {
        Set<String> places = new HashSet<>();
        int all = APP.bean(Stations.class).listAll().size();
        List<ServiceItem> items = new ArrayList<>(APP.bean(Items.class).listAll());
        items.sort(Comparator.comparingInt(item -> -item.deliveredAt().size()));
        for (ServiceItem item : items.subList(0, 3)) {
            if (places.size() < all) {
                readAll(item, places);
            }
        }
        assertThat(places).hasSizeGreaterThan(all * 9 / 10);
    }

    private static void readAll(ServiceItem item, Set<String> places) {
        Set<String> ids = new HashSet<>();
        String search = java.net.URLEncoder.encode(item.name().zh(), StandardCharsets.UTF_8);
        for (int page = 1; ; page++) {
            JsonNode list = read("/hsds/service_at_locations?per_page=1000&page=" + page + "&search=" + search);
            assertThat(list.get("page_number").asInt()).isEqualTo(page);
            assertThat(list.get("first_page").asBoolean()).isEqualTo(page == 1);
            assertThat(list.get("size").asInt()).isEqualTo(list.get("contents").size());
            for (JsonNode one : list.get("contents")) {
                ids.add(one.get("id").asString());
                if (places.add(one.get("location_id").asString())) {
                    assertValid(one, schema("service_at_location"));
                    assertThat(one.get("description").asString()).contains("示例");
                }
            }
            if (list.get("last_page").asBoolean()) {
                assertThat(ids).hasSize(list.get("total_items").asInt());
                return;
            }
        }
    }

    @Test
    void the_pages_of_everything_hold_each_stations_offerings_in_one_order() {
        JsonNode first = read("/hsds/service_at_locations?per_page=2000");
        Set<String> ids = new HashSet<>();
        first.get("contents").forEach(one -> ids.add(one.get("id").asString()));
        assertThat(ids).hasSize(2000);
        assertThat(first.get("total_items").asInt()).isGreaterThan(200_000);
        assertThat(read("/hsds/service_at_locations?per_page=7&page=286")
                        .get("contents")
                        .get(0))
                .isEqualTo(first.get("contents").get(7 * 285));
        int pages = first.get("total_pages").asInt();
        JsonNode last = read("/hsds/service_at_locations?per_page=2000&page=" + pages);
        assertThat((pages - 1) * 2000 + last.get("size").asInt())
                .isEqualTo(first.get("total_items").asInt());
        assertThat(read("/hsds/service_at_locations?page=999999").get("empty").asBoolean())
                .isTrue();
        String place = first.get("contents").get(0).get("location_id").asString();
        Station station = APP.bean(Stations.class).listAll().stream()
                .filter(one -> one.id().id().toString().equals(place))
                .findFirst()
                .orElseThrow();
        for (Offering offering : APP.bean(Offerings.class).at(station)) {
            assertThat(ids.contains(HsdsIds.of(station.id(), offering.item()).toString()))
                    .as(offering.slug())
                    .isEqualTo(offering.isAvailable());
        }
    }

    @Test
    void the_query_of_a_page_reads_the_stations_of_the_page_only() {
        Station station = APP.bean(Stations.class).listAll().getFirst();
        JdbcClient sql = APP.bean(JdbcClient.class);
        String plan = APP.bean(Scoped.class).read(PublicScope.PUBLIC, () -> {
            assertThat(sql.sql("select current_user").query(String.class).single())
                    .isEqualTo("jmk_app");
            return String.join(
                    "\n",
                    sql.sql("explain (costs off) " + OfferedStore.PAGE)
                            .param("subdistricts", new UUID[] {station.id().subdistrictId()})
                            .param("stations", new UUID[] {station.id().id()})
                            .param("items", new UUID[] {
                                APP.bean(Items.class).listAll().getFirst().id().value()
                            })
                            .query(String.class)
                            .list());
        });
        assertThat(plan).contains("stations_pkey").doesNotContain("Seq Scan on stations");
        assertThat(plan).doesNotContain("Seq Scan on offering_exceptions");
    }

    @Test
    void one_offering_is_nested_with_place_hours_and_service() {
        JsonNode first = read("/hsds/service_at_locations?per_page=40&full=true");
        assertThat(first.get("contents")).hasSize(40);
        first.get("contents").forEach(one -> assertValid(one, schema("service_at_location")));
        String id = first.get("contents").get(0).get("id").asString();
        JsonNode one = read("/hsds/service_at_locations/" + id);
        assertValid(one, schema("service_at_location"));
        assertThat(one.get("location").get("schedules").size()).isGreaterThan(20);
        assertThat(one.get("location").get("addresses").get(0).get("country").asString())
                .isEqualTo("CN");
        assertThat(one.get("service").get("attributes").size()).isEqualTo(3);
    }

    @Test
    void services_organisations_taxonomies_and_terms_are_valid_in_lists_and_alone() {
        for (Map.Entry<String, String> one : Map.of(
                        "services", "service",
                        "organizations", "organization",
                        "taxonomies", "taxonomy",
                        "taxonomy_terms", "taxonomy_term")
                .entrySet()) {
            JsonNode list = read("/hsds/" + one.getKey() + "?per_page=2000");
            assertThat(list.get("empty").asBoolean()).isFalse();
            list.get("contents").forEach(row -> assertValid(row, schema(one.getValue())));
            for (int i = 0; i < Math.min(5, list.get("contents").size()); i++) {
                String id = list.get("contents").get(i).get("id").asString();
                assertValid(read("/hsds/" + one.getKey() + "/" + id), schema(one.getValue()));
            }
        }
        assertThat(read("/hsds/services").get("total_items").asInt())
                .isEqualTo(APP.bean(Items.class).listAll().size());
        read("/hsds/services?full=true&per_page=100")
                .get("contents")
                .forEach(row -> assertValid(row, schema("service")));
        read("/hsds/organizations?full=true&per_page=20")
                .get("contents")
                .forEach(row -> assertValid(row, schema("organization")));
    }

    @Test
    void lists_are_narrowed_by_words_terms_organisations_and_changes() {
        String term = Terms.term(Terms.SERVICE_CLASS, "government").toString();
        JsonNode all = read("/hsds/service_at_locations?per_page=1");
        JsonNode government = read("/hsds/service_at_locations?per_page=20&full=true&taxonomy_term_id=" + term);
        assertThat(government.get("total_items").asInt())
                .isBetween(1, all.get("total_items").asInt() - 1);
        government
                .get("contents")
                .forEach(one -> assertThat(one.get("service").get("attributes").toString())
                        .contains(term));
        assertThat(read("/hsds/service_at_locations?modified_after=2099-01-01")
                        .get("total_items")
                        .asInt())
                .isZero();
        assertThat(read("/hsds/service_at_locations?per_page=1&modified_after=2000-01-01")
                        .get("total_items")
                        .asInt())
                .isEqualTo(all.get("total_items").asInt());
        Station station = APP.bean(Stations.class).listAll().getFirst();
        JsonNode there = read("/hsds/service_at_locations?search=" + station.code());
        assertThat(there.get("contents").get(0).get("location_id").asString())
                .isEqualTo(station.id().id().toString());
    }

    @Test
    void bad_parameters_and_unknown_ids_are_problems() {
        for (String bad : List.of(
                "per_page=0",
                "per_page=9999",
                "page=x",
                "full=maybe",
                "taxonomy_id=1",
                "modified_after=soon",
                "format=xml",
                "postcode=200000")) {
            HttpResponse<String> answer = get("/hsds/service_at_locations?" + bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(JSON.readTree(answer.body()).get("parameters").get(0).asString())
                    .isEqualTo(bad.split("=")[0]);
        }
        for (String path :
                List.of("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")) {
            for (String id : List.of("00000000-0000-7000-8000-000000000009", "x")) {
                HttpResponse<String> answer = get("/hsds/" + path + "/" + id);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(JSON.readTree(answer.body()).get("status").asInt()).isEqualTo(404);
            }
        }
    }

    @Test
    void who_holds_an_answer_is_not_sent_it_again() {
        String path = "/hsds/service_at_locations?per_page=3";
        String tag = get(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get(path + "&page=2", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void all_services_come_as_lines_too() {
        HttpResponse<String> answer = get("/hsds/services?format=ndjson");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(APP.bean(Items.class).listAll().size());
        lines.forEach(line -> assertValid(JSON.readTree(line), schema("service")));
    }
}
