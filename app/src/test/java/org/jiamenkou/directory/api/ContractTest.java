package org.jiamenkou.directory.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jiamenkou.TestApp;
import org.jiamenkou.network.Point;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every path of /openapi.json is answered as it says, in success and in refusal. */
class ContractTest {
    private static final TestApp APP = TestApp.shared();
    private static final String CONTRACT = get("/openapi.json").body();
    private static final JsonNode DOCUMENT = JsonMapper.shared().readTree(CONTRACT);
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of("https://api.test/openapi.json", CONTRACT)));

    private static HttpResponse<String> get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(APP.url() + path)).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls the path and holds the answer against what the contract says of its status. */
    private static JsonNode call(String pattern, String path, int status) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        JsonNode content = DOCUMENT.get("paths")
                .get(pattern)
                .get("get")
                .get("responses")
                .get(String.valueOf(status))
                .get("content");
        Map.Entry<String, JsonNode> form = content.properties().iterator().next();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(form.getKey());
        String pointer = form.getValue().get("schema").get("$ref").asString();
        Schema schema = REGISTRY.getSchema(SchemaLocation.of("https://api.test/openapi.json" + pointer));
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        assertThat(schema.validate(
                        body, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(path)
                .isEmpty();
        return body;
    }

    @Test
    void every_path_is_answered_as_the_contract_says() {
        Station station = APP.bean(Stations.class).listAll().stream()
                .filter(one -> one.point() != null)
                .findFirst()
                .orElseThrow();
        Point point = java.util.Objects.requireNonNull(station.point());
        String near = point.latitude() + "," + point.longitude();
        assertThat(call("/api/v1/stations", "/api/v1/stations?per_page=2000&page=2", 200)
                        .get("items")
                        .size())
                .isEqualTo(2000);
        assertThat(call("/api/v1/stations", "/api/v1/stations?near=" + near, 200)
                        .get("items")
                        .get(0)
                        .get("metres")
                        .asInt())
                .isZero();
        assertThat(call("/api/v1/stations", "/api/v1/stations?area=310115014000&q=%E7%AB%99", 200)
                        .get("total")
                        .asInt())
                .isPositive();
        assertThat(call("/api/v1/stations/{code}", "/api/v1/stations/" + station.code(), 200)
                        .has("hours"))
                .isTrue();
        call(
                "/api/v1/stations/{code}/offerings",
                "/api/v1/stations/" + station.code() + "/offerings?per_page=500",
                200);
        call("/api/v1/items", "/api/v1/items?per_page=500", 200);
        call("/api/v1/items/{slug}", "/api/v1/items/residence-permit", 200);
        call("/api/v1/open-now", "/api/v1/open-now?area=310115014000", 200);
        call("/api/v1/open-now", "/api/v1/open-now?near=" + near, 200);
        assertThat(DOCUMENT.get("paths").size()).isEqualTo(6);
    }

    @Test
    void refusals_are_problems() {
        call("/api/v1/stations", "/api/v1/stations?per_page=0", 400);
        call("/api/v1/stations", "/api/v1/stations?near=here", 400);
        call("/api/v1/stations", "/api/v1/stations?area=1", 400);
        call("/api/v1/items", "/api/v1/items?page=-1", 400);
        call("/api/v1/open-now", "/api/v1/open-now", 400);
        call("/api/v1/stations/{code}", "/api/v1/stations/XXXX", 404);
        call("/api/v1/stations/{code}/offerings", "/api/v1/stations/XXXX/offerings", 404);
        call("/api/v1/items/{slug}", "/api/v1/items/no-such-item", 404);
    }

    @Test
    void the_contract_is_openapi_3_1_without_loose_ends() {
        assertThat(DOCUMENT.get("openapi").asString()).startsWith("3.1");
        List<String> references = DOCUMENT.findValuesAsString("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(DOCUMENT.at(one.substring(1)).isMissingNode())
                        .as(one)
                        .isFalse());
    }
}
