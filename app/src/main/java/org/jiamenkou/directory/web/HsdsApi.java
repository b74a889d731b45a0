package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jiamenkou.directory.HsdsDirectory;
import org.jiamenkou.directory.HsdsLists;
import org.jiamenkou.directory.hsds.HsdsPage;
import org.jiamenkou.directory.hsds.HsdsQuery;
import org.jiamenkou.directory.hsds.HsdsWords;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The HSDS 3.0 read interface: exactly the paths of its openapi.json. */
@RestController
class HsdsApi {
    private static final String LINES = "application/x-ndjson;charset=UTF-8";
    private static final int LINES_AT_ONCE = 1000;

    private final HsdsDirectory directory;
    private final HsdsLists lists;
    private final Divisions divisions;
    private final OpenAnswers answers;

    HsdsApi(HsdsDirectory directory, HsdsLists lists, Divisions divisions, OpenAnswers answers) {
        this.directory = directory;
        this.lists = lists;
        this.divisions = divisions;
        this.answers = answers;
    }

    @GetMapping({"/hsds/", "/hsds"})
    ResponseEntity<byte[]> description(HttpServletRequest request) {
        String base = OpenAnswers.base(request);
        return answers.answer(
                request,
                "hsds",
                () -> Map.of(
                        "version",
                        "3.0",
                        "profile",
                        base + "/about/open-data",
                        "openapi_url",
                        "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"));
    }

    private interface Listing extends BiFunction<HsdsQuery, HsdsWords, HsdsPage> {}

    private record Asked(Page page, HttpServletRequest request, HttpServletResponse response) {}

    private interface Finding {
        Optional<Map<String, Object>> find(UUID id, HsdsWords words);
    }

    @GetMapping("/hsds/services")
    @Nullable
    ResponseEntity<?> services(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam Map<String, String> given)
            throws IOException {
        return list(new Asked(page, request, response), given, lists::listServices);
    }

    @GetMapping("/hsds/services/{id}")
    ResponseEntity<?> service(Page page, HttpServletRequest request, @PathVariable String id) {
        return one(page, request, id, lists::findService);
    }

    @GetMapping("/hsds/organizations")
    @Nullable
    ResponseEntity<?> organisations(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam Map<String, String> given)
            throws IOException {
        return list(new Asked(page, request, response), given, lists::listOrganisations);
    }

    @GetMapping("/hsds/organizations/{id}")
    ResponseEntity<?> organisation(
            Page page, HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> given) {
        boolean full = new HsdsQuery(given).fullService();
        return one(page, request, id, (key, words) -> lists.findOrganisation(key, full, words));
    }

    @GetMapping("/hsds/service_at_locations")
    @Nullable
    ResponseEntity<?> offered(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam Map<String, String> given)
            throws IOException {
        return list(new Asked(page, request, response), given, directory::listOffered);
    }

    @GetMapping("/hsds/service_at_locations/{id}")
    ResponseEntity<?> offeredOne(Page page, HttpServletRequest request, @PathVariable String id) {
        return one(page, request, id, directory::findOffered);
    }

    @GetMapping("/hsds/taxonomies")
    @Nullable
    ResponseEntity<?> taxonomies(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam Map<String, String> given)
            throws IOException {
        return list(new Asked(page, request, response), given, lists::listTaxonomies);
    }

    @GetMapping("/hsds/taxonomies/{id}")
    ResponseEntity<?> taxonomy(Page page, HttpServletRequest request, @PathVariable String id) {
        return one(page, request, id, lists::findTaxonomy);
    }

    @GetMapping("/hsds/taxonomy_terms")
    @Nullable
    ResponseEntity<?> terms(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam Map<String, String> given)
            throws IOException {
        return list(new Asked(page, request, response), given, lists::listTerms);
    }

    @GetMapping("/hsds/taxonomy_terms/{id}")
    ResponseEntity<?> term(Page page, HttpServletRequest request, @PathVariable String id) {
        return one(page, request, id, lists::findTerm);
    }

    private @Nullable ResponseEntity<?> list(Asked asked, Map<String, String> given, Listing listing)
            throws IOException {
        HsdsQuery query = new HsdsQuery(given);
        HsdsWords words = words(asked.page(), asked.request());
        if (query.lines()) {
            lines(given, words, listing, asked.response());
            return null;
        }
        query.page();
        query.perPage();
        return answers.answer(asked.request(), lists.state() + words.sample(), () -> listing.apply(query, words));
    }

    /** All results, one a line; read page by page, so that memory and connections are not held for long. */
    private void lines(Map<String, String> given, HsdsWords words, Listing listing, HttpServletResponse response)
            throws IOException {
        Map<String, String> wanted = new HashMap<>(given);
        wanted.put("format", "json");
        wanted.put(
                "per_page",
                String.valueOf(new HsdsQuery(given).full() ? HsdsQuery.MOST_NESTED_PER_PAGE : LINES_AT_ONCE));
        for (int number = 1; ; number++) {
            wanted.put("page", String.valueOf(number));
            HsdsPage read = listing.apply(new HsdsQuery(wanted), words);
            response.setContentType(LINES);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            for (Map<String, Object> one : read.contents()) {
                response.getOutputStream().write(answers.bytes(one));
                response.getOutputStream().write('\n');
            }
            if (read.last_page()) {
                return;
            }
        }
    }

    private ResponseEntity<?> one(Page page, HttpServletRequest request, String text, Finding finding) {
        UUID id = HsdsQuery.idOf(text);
        String state = lists.state() + page.t("directory.hsds.sample");
        Optional<Map<String, Object>> found = id == null ? Optional.empty() : finding.find(id, words(page, request));
        if (found.isEmpty()) {
            return answers.problem(HttpStatus.NOT_FOUND, page.t("directory.hsds.unknown", text));
        }
        return answers.answer(request, state, found::get);
    }

    private HsdsWords words(Page page, HttpServletRequest request) {
        return new HsdsWords(
                OpenAnswers.base(request),
                page.t("directory.hsds.sample"),
                page.t("directory.hsds.network"),
                page.t("directory.hsds.networkDescription"),
                divisions.city().name().zh());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(HsdsQuery.BadParameter bad, Page page) {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, page.t(bad.messageKey(), bad.parameter()));
        detail.setProperty("parameters", List.of(bad.parameter()));
        return answers.problem(detail);
    }
}
