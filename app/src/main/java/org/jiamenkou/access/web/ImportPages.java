package org.jiamenkou.access.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.ImportAnswer;
import org.jiamenkou.access.Imports;
import org.jiamenkou.access.SheetKind;
import org.jiamenkou.access.SheetPlan;
import org.jiamenkou.access.StagedImport;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetWriter;
import org.jiamenkou.platform.sheets.StagedSheets;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Bulk upkeep: templates, uploads with their mistakes or preview, confirmation, exports. */
@RestController
@WithForm
class ImportPages {
    private static final int MOST_MISTAKES = 500;
    private static final int LONGEST_FILE_NAME = 120;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Imports imports;
    private final Pages pages;

    ImportPages(Imports imports, Pages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    private List<SheetKind> kinds(Actor actor) {
        List<SheetKind> kinds = imports.listKinds(actor);
        if (kinds.isEmpty()) {
            throw new AccessRefusedException(actor.accountId() + " may not import anything");
        }
        return kinds;
    }

    private SheetKind kind(Actor actor, String code) {
        return imports.find(actor, code).orElseThrow(() -> new AccessRefusedException("no kind of sheet " + code));
    }

    @GetMapping("/desk/imports")
    ResponseEntity<byte[]> start(Page page, Actor actor) {
        return start(page, actor, HttpStatus.OK, "", "", "");
    }

    private ResponseEntity<byte[]> start(
            Page page, Actor actor, HttpStatus status, String chosen, CharSequence text, Object error) {
        return pages.status(
                status,
                "access/imports",
                page,
                Map.of(
                        "kinds",
                        kinds(actor).stream().map(one -> named(actor, one)).toList(),
                        "chosen",
                        chosen,
                        "text",
                        text.toString(),
                        "error",
                        error.toString()));
    }

    private ImportView.Kind named(Actor actor, SheetKind kind) {
        return new ImportView.Kind(kind.code(), imports.form(actor, kind).name());
    }

    @GetMapping("/desk/imports/{kind}/template")
    ResponseEntity<byte[]> template(
            Page page, Actor actor, @PathVariable String kind, @RequestParam(defaultValue = "xlsx") String format) {
        SheetKind found = kind(actor, kind);
        return sheet(page, imports.form(actor, found), List.of(), new Name(kind + "-template", format));
    }

    @GetMapping("/desk/exports")
    ResponseEntity<byte[]> exports(Page page, Actor actor) {
        return pages.ok(
                "access/exports",
                page,
                Map.of(
                        "kinds",
                        kinds(actor).stream().map(one -> named(actor, one)).toList()));
    }

    @GetMapping("/desk/exports/{kind}")
    ResponseEntity<byte[]> export(
            Page page, Actor actor, @PathVariable String kind, @RequestParam(defaultValue = "xlsx") String format) {
        SheetKind found = kind(actor, kind);
        return sheet(
                page,
                imports.form(actor, found),
                imports.export(actor, found),
                new Name(kind + "-" + page.now().toLocalDate(), format));
    }

    private record Name(String stem, String format) {
        boolean csv() {
            return format.equals("csv");
        }

        String file() {
            return stem + (csv() ? ".csv" : ".xlsx");
        }
    }

    private static ResponseEntity<byte[]> sheet(Page page, SheetForm form, List<@Nullable String[]> rows, Name name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter writer = new SheetWriter(page.messages(), page.lang());
        if (name.csv()) {
            writer.csv(form, rows, out);
        } else {
            writer.xlsx(form, rows, out);
        }
        return file(out, name);
    }

    private static ResponseEntity<byte[]> file(ByteArrayOutputStream out, Name name) {
        return ResponseEntity.ok()
                .contentType(name.csv() ? CSV : XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name.file(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out.toByteArray());
    }

    /** A file, or rows pasted from a spreadsheet. */
    @PostMapping("/desk/imports")
    ResponseEntity<byte[]> upload(
            Page page,
            Actor actor,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text)
            throws IOException {
        SheetKind found = kind(actor, kind);
        boolean hasFile = file != null && !file.isEmpty();
        if (!hasFile && text.isBlank()) {
            return start(page, actor, HttpStatus.UNPROCESSABLE_CONTENT, kind, text, page.t("access.imports.nothing"));
        }
        Path kept = Files.createTempFile("jmk-sheet", ".upload");
        try {
            String name = page.t("access.imports.pasted");
            if (hasFile && file != null) {
                file.transferTo(kept);
                name = plain(file.getOriginalFilename());
            } else {
                Files.writeString(kept, text);
            }
            ImportAnswer answer = imports.upload(actor, found, kept, new StagedSheets.FileName(name));
            return answer instanceof ImportAnswer.Refused(var refusal)
                    ? start(
                            page,
                            actor,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            kind,
                            text,
                            page.t(refusal.messageKey(), refusal.args()))
                    : look(answer);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private static String plain(@Nullable String name) {
        String bare = name == null ? "" : name.replaceAll("[\\p{Cntrl}/\\\\]", "");
        return bare.substring(0, Math.min(bare.length(), LONGEST_FILE_NAME));
    }

    private static ResponseEntity<byte[]> look(ImportAnswer answer) {
        return switch (answer) {
            case ImportAnswer.Staged(UUID id) -> Pages.seeOther("/desk/imports/" + id);
            case ImportAnswer.Written(UUID id) -> Pages.seeOther("/desk/imports/" + id);
            case ImportAnswer.ChangedMeanwhile(UUID id) -> Pages.seeOther("/desk/imports/" + id + "?meanwhile=1");
            case ImportAnswer.Gone() -> Pages.seeOther("/desk/imports");
            case ImportAnswer.Refused refused -> Pages.seeOther("/desk/imports");
        };
    }

    @GetMapping("/desk/imports/{id}")
    ResponseEntity<byte[]> staged(
            Page page, Actor actor, @PathVariable UUID id, @RequestParam Optional<String> meanwhile) {
        kinds(actor);
        return imports.find(actor, id)
                .map(found -> pages.ok(
                        "access/import",
                        page,
                        Map.of("view", view(page, actor, found), "meanwhile", meanwhile.isPresent())))
                .orElseGet(() -> pages.notFound(page, "access.imports.gone"));
    }

    private ImportView view(Page page, Actor actor, StagedImport found) {
        SheetForm form = imports.form(actor, found.kind());
        SheetWriter writer = new SheetWriter(page.messages(), page.lang());
        StagedImport.Verdict verdict = found.verdict();
        SheetPlan.Counts counts = verdict.counts();
        return new ImportView(
                found.id().toString(),
                new ImportView.Kind(found.kind().code(), form.name()),
                found.fileName(),
                found.state().name(),
                verdict.rowCount(),
                verdict.problemCount(),
                verdict.problems().stream()
                        .limit(MOST_MISTAKES)
                        .map(one -> new ImportView.Mistake(
                                one.row(),
                                writer.columnName(form, one),
                                one.value(),
                                page.t(one.says().key(), one.says().args().toArray())))
                        .toList(),
                List.of(
                        new ImportView.Counted("access.imports.added", counts.added()),
                        new ImportView.Counted("access.imports.changed", counts.changed()),
                        new ImportView.Counted("access.imports.unchanged", counts.unchanged())),
                verdict.first().stream()
                        .map(change -> new ImportView.Change(
                                change.row(),
                                change.name(),
                                change.added(),
                                change.fields().stream()
                                        .map(field -> new ImportView.Field(
                                                page.t(form.name() + "." + field.column()),
                                                writer.shown(
                                                        form,
                                                        field.column(),
                                                        field.was().text()),
                                                writer.shown(
                                                        form,
                                                        field.column(),
                                                        field.now().text())))
                                        .toList()))
                        .toList());
    }

    @GetMapping("/desk/imports/{id}/marked")
    ResponseEntity<byte[]> marked(Page page, Actor actor, @PathVariable UUID id) {
        kinds(actor);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter writer = new SheetWriter(page.messages(), page.lang());
        return imports.writeMarked(actor, id, writer, out)
                ? file(out, new Name("marked", "xlsx"))
                : pages.notFound(page, "access.imports.gone");
    }

    @PostMapping("/desk/imports/{id}/confirm")
    ResponseEntity<byte[]> confirm(Page page, Actor actor, @PathVariable UUID id) {
        kinds(actor);
        ImportAnswer answer = imports.confirm(actor, id);
        return answer instanceof ImportAnswer.Gone ? pages.notFound(page, "access.imports.gone") : look(answer);
    }
}
