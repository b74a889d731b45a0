package org.jiamenkou.access.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.AuditLine;
import org.jiamenkou.access.AuditPosition;
import org.jiamenkou.access.AuditTrail;
import org.jiamenkou.access.AuditTrail.Name;
import org.jiamenkou.access.AuditTrail.Question;
import org.jiamenkou.access.AuditTrail.Slice;
import org.jiamenkou.access.Right;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail: for auditors all of it, for everybody what concerns themselves. */
@RestController
@WithForm
class AuditPages {
    private static final String UTF8_MARK = "\uFEFF";

    private final AuditTrail trail;
    private final AuditWords words;
    private final Pages pages;

    AuditPages(AuditTrail trail, AuditWords words, Pages pages) {
        this.trail = trail;
        this.words = words;
        this.pages = pages;
    }

    @GetMapping("/admin/audit")
    ResponseEntity<byte[]> trail(Page page, Actor actor, @RequestParam Map<String, String> fields) {
        AuditTyped typed = new AuditTyped(fields);
        Map<String, String> errors = new LinkedHashMap<>();
        Question question = question(page, typed, errors);
        Slice slice = trail.list(actor, question, position(fields.get("after")).orElse(null));
        return pages.status(
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
                "access/audit",
                page,
                Map.of(
                        "typed", typed,
                        "errors", errors,
                        "words", words,
                        "lines", slice.lines(),
                        "next", address(slice.next())));
    }

    @GetMapping("/admin/audit.csv")
    ResponseEntity<byte[]> export(Page page, Actor actor, @RequestParam Map<String, String> fields) {
        Slice slice = trail.export(actor, question(page, new AuditTyped(fields), new LinkedHashMap<>()));
        StringWriter text = new StringWriter();
        text.append(UTF8_MARK);
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(
                    page.t("access.audit.at"),
                    page.t("access.audit.who"),
                    page.t("access.audit.what"),
                    page.t("access.audit.kind"),
                    page.t("access.audit.on"),
                    page.t("access.audit.fields"),
                    page.t("access.audit.id"));
            for (AuditLine line : slice.lines()) {
                csv.printRecord(
                        words.time(line.at()),
                        safe(words.actor(page, line)),
                        words.action(page, line.action()),
                        words.subjectType(page, line.subjectType()),
                        safe(page.text(line.subject())),
                        words.fields(page, line),
                        line.id());
            }
            if (slice.next() != null) {
                csv.printRecord(page.t("access.audit.cut", String.valueOf(AuditTrail.EXPORT)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"audit-" + page.now().toLocalDate() + ".csv\"")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/desk/my-record")
    ResponseEntity<byte[]> own(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String did,
            @RequestParam(defaultValue = "") String about) {
        Slice mine = trail.listOwn(actor, position(did).orElse(null));
        Slice others = trail.listAbout(
                actor,
                new AuditTrail.Subject("account", actor.accountId()),
                position(about).orElse(null));
        return pages.ok(
                "access/myRecord",
                page,
                Map.of(
                        "words", words,
                        "did", mine.lines(),
                        "didNext", address(mine.next()),
                        "about", others.lines(),
                        "aboutNext", address(others.next()),
                        "auditor", actor.holds(Right.READ_AUDIT)));
    }

    private static Question question(Page page, AuditTyped typed, Map<String, String> errors) {
        return new Question(
                new Name(typed.get("person")),
                new Name(typed.get("subject")),
                new Name(typed.get("action")),
                day(page, typed, new Field("from"), errors),
                day(page, typed, new Field("to"), errors));
    }

    private record Field(String name) {}

    private static @Nullable LocalDate day(Page page, AuditTyped typed, Field field, Map<String, String> errors) {
        String text = typed.get(field.name());
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            errors.put(field.name(), page.t("access.audit.error.day"));
            return null;
        }
    }

    private static String address(@Nullable AuditPosition position) {
        return position == null ? "" : position.at() + "_" + position.id();
    }

    /** Words in an address are not believed: what is no position begins at the newest row. */
    private static Optional<AuditPosition> position(@Nullable String address) {
        String[] parts = address == null ? new String[0] : address.split("_");
        try {
            return parts.length == 2
                    ? Optional.of(new AuditPosition(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (DateTimeParseException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** A spreadsheet must not take a name for a formula. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
