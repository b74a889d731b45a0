package org.jiamenkou.network.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.network.DivisionDifference;
import org.jiamenkou.network.DivisionEdition;
import org.jiamenkou.network.EditionAnswer;
import org.jiamenkou.network.EditionUpkeep;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Editions of the administrative divisions: uploaded, compared with what holds, confirmed or laid aside. */
@RestController
@WithForm
class DivisionPages {
    /** Lines shown at once; the counts by kind are always of all. */
    static final int MOST = 1_000;

    private static final int LONGEST = 200;
    private static final String HEADER = "code,name\n";

    private final EditionUpkeep upkeep;
    private final Pages pages;

    DivisionPages(EditionUpkeep upkeep, Pages pages) {
        this.upkeep = upkeep;
        this.pages = pages;
    }

    @GetMapping("/desk/divisions")
    ResponseEntity<byte[]> list(Page page, Actor actor) {
        return list(page, actor, HttpStatus.OK, Map.of(), Map.of());
    }

    private ResponseEntity<byte[]> list(
            Page page, Actor actor, HttpStatus status, Map<String, String> typed, Map<String, String> errors) {
        return pages.status(
                status,
                "network/divisions",
                page,
                Map.of("editions", upkeep.listAll(actor), "typed", typed, "errors", errors));
    }

    /** Three files, one for each level, or rows of every level pasted. */
    @PostMapping("/desk/divisions")
    ResponseEntity<byte[]> propose(
            Page page,
            Actor actor,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile areas,
            @RequestParam(required = false) @Nullable MultipartFile streets,
            @RequestParam(required = false) @Nullable MultipartFile villages,
            @RequestParam(required = false) @Nullable MultipartFile successions)
            throws IOException {
        Map<String, String> errors = errors(page, typed);
        Map<String, String> files = new HashMap<>();
        String rows = typed.getOrDefault("rows", "").strip();
        if (rows.isEmpty()) {
            take(page, files, new Upload("sh_areas.csv", "areas", areas), errors);
            take(page, files, new Upload("sh_streets.csv", "streets", streets), errors);
            take(page, files, new Upload("sh_villages.csv", "villages", villages), errors);
        } else {
            files.putAll(Map.of("sh_areas.csv", HEADER + rows, "sh_streets.csv", HEADER, "sh_villages.csv", HEADER));
        }
        if (successions != null && !successions.isEmpty()) {
            take(page, files, new Upload("successions.csv", "successions", successions), errors);
        }
        if (!errors.isEmpty()) {
            return list(page, actor, HttpStatus.UNPROCESSABLE_CONTENT, typed, errors);
        }
        files.put(
                "edition.properties",
                "name=" + typed.getOrDefault("name", "").strip() + "\nsource="
                        + typed.getOrDefault("source", "").strip() + "\nasOf="
                        + typed.getOrDefault("asOf", "").strip() + "\n");
        EditionAnswer answer;
        try {
            answer = upkeep.propose(actor, files);
        } catch (IllegalArgumentException unreadable) {
            errors.put(rows.isEmpty() ? "areas" : "rows", page.t("network.divisions.error.columns"));
            return list(page, actor, HttpStatus.UNPROCESSABLE_CONTENT, typed, errors);
        }
        if (answer instanceof EditionAnswer.Proposed(UUID id, List<DivisionDifference> differences)) {
            return Pages.seeOther("/desk/divisions/" + id);
        }
        errors.put(
                answer instanceof EditionAnswer.NameTaken ? "name" : rows.isEmpty() ? "areas" : "rows",
                answer instanceof EditionAnswer.NameTaken(String name)
                        ? page.t("network.divisions.error.nameTaken", name)
                        : page.t(answer.messageKey(), answer.args()));
        return list(page, actor, HttpStatus.UNPROCESSABLE_CONTENT, typed, errors);
    }

    private static Map<String, String> errors(Page page, Map<String, String> typed) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (String field : List.of("name", "source")) {
            String value = typed.getOrDefault(field, "").strip();
            if (value.isEmpty() || value.length() > LONGEST || value.contains("\\") || value.contains("\n")) {
                errors.put(field, page.t("network.divisions.error." + field));
            }
        }
        try {
            LocalDate.parse(typed.getOrDefault("asOf", "").strip());
        } catch (DateTimeException noDay) {
            errors.put("asOf", page.t("network.divisions.error.asOf"));
        }
        return errors;
    }

    private record Upload(
            String name, String field, @Nullable MultipartFile file) {}

    private static void take(Page page, Map<String, String> files, Upload upload, Map<String, String> errors)
            throws IOException {
        if (upload.file() == null || upload.file().isEmpty()) {
            errors.put(upload.field(), page.t("network.divisions.error.missing"));
            return;
        }
        text(upload.file().getBytes())
                .ifPresentOrElse(
                        text -> files.put(upload.name(), text),
                        () -> errors.put(upload.field(), page.t("network.divisions.error.coding")));
    }

    /** UTF-8 with or without a mark, else GB 18030. */
    private static Optional<String> text(byte[] bytes) {
        for (Charset coding : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = coding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
            } catch (CharacterCodingException other) {
                // the next coding
            }
        }
        return Optional.empty();
    }

    @GetMapping("/desk/divisions/{id}")
    ResponseEntity<byte[]> show(Page page, Actor actor, @PathVariable String id) {
        return edition(actor, id)
                .map(edition -> show(page, actor, HttpStatus.OK, edition, ""))
                .orElseGet(() -> pages.notFound(page, "network.divisions.unknown"));
    }

    private ResponseEntity<byte[]> show(
            Page page, Actor actor, HttpStatus status, DivisionEdition edition, CharSequence refused) {
        List<DivisionDifference> all = upkeep.listDifferences(actor, edition.id());
        Map<DivisionDifference.Kind, Long> counts = new LinkedHashMap<>();
        for (DivisionDifference.Kind kind : DivisionDifference.Kind.values()) {
            counts.put(kind, all.stream().filter(one -> one.kind() == kind).count());
        }
        return pages.status(
                status,
                "network/division",
                page,
                Map.of(
                        "edition",
                        edition,
                        "counts",
                        counts,
                        "differences",
                        all.subList(0, Math.min(MOST, all.size())),
                        "refused",
                        refused.toString()));
    }

    @PostMapping("/desk/divisions/decide")
    ResponseEntity<byte[]> decide(
            Page page, Actor actor, @RequestParam String edition, @RequestParam(defaultValue = "") String step) {
        Optional<DivisionEdition> found = upkeep.listAll(actor).stream()
                .filter(one -> one.title().name().equals(edition))
                .findFirst();
        if (found.isEmpty()) {
            return pages.notFound(page, "network.divisions.unknown");
        }
        UUID id = found.get().id();
        if (step.equals("drop")) {
            return upkeep.drop(actor, id)
                    ? Pages.seeOther("/desk/divisions")
                    : show(page, actor, HttpStatus.CONFLICT, found.get(), page.t("network.divisions.decided"));
        }
        if (!step.equals("confirm")) {
            return show(page, actor, HttpStatus.UNPROCESSABLE_CONTENT, found.get(), page.t("network.divisions.noStep"));
        }
        return switch (upkeep.confirm(actor, id)) {
            case EditionAnswer.Confirmed confirmed -> Pages.seeOther("/desk/divisions/" + id);
            case EditionAnswer.NotProposed decided ->
                show(page, actor, HttpStatus.CONFLICT, found.get(), page.t("network.divisions.decided"));
            case EditionAnswer answer ->
                show(page, actor, HttpStatus.CONFLICT, found.get(), page.t(answer.messageKey(), answer.args()));
        };
    }

    private Optional<DivisionEdition> edition(Actor actor, String id) {
        try {
            return upkeep.find(actor, UUID.fromString(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
