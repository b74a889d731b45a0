package org.jiamenkou.access;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.sheets.CheckedSheet;
import org.jiamenkou.platform.sheets.RawSheet;
import org.jiamenkou.platform.sheets.SheetCheck;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetLimits;
import org.jiamenkou.platform.sheets.SheetProblem;
import org.jiamenkou.platform.sheets.SheetReader;
import org.jiamenkou.platform.sheets.SheetWriter;
import org.jiamenkou.platform.sheets.StagedSheets;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bulk upkeep: a sheet is checked whole and kept; its uploader looks at every mistake or at the preview; one confirmation
 * writes everything in one transaction, or nothing. Confirming twice writes once.
 */
@Service
public class Imports {
    private final Scoped scoped;
    private final StagedSheets staged;
    private final Messages messages;
    private final Audit audit;
    private final Ids ids;
    private final List<SheetKind> kinds;
    private final SheetReader reader = new SheetReader(SheetLimits.USUAL);

    Imports(Scoped scoped, StagedSheets staged, Messages messages, Audit audit, Ids ids, List<SheetKind> kinds) {
        this.scoped = scoped;
        this.staged = staged;
        this.messages = messages;
        this.audit = audit;
        this.ids = ids;
        this.kinds =
                kinds.stream().sorted(Comparator.comparingInt(SheetKind::order)).toList();
    }

    /** Kinds for which the actor holds the right somewhere. */
    public List<SheetKind> listKinds(Actor actor) {
        return kinds.stream().filter(kind -> actor.holds(kind.right())).toList();
    }

    /**
     * @return empty when there is no such kind
     * @throws AccessRefusedException when the actor holds its right nowhere
     */
    public Optional<SheetKind> find(Actor actor, String code) {
        Optional<SheetKind> kind =
                kinds.stream().filter(one -> one.code().equals(code)).findFirst();
        kind.ifPresent(found -> {
            if (!actor.holds(found.right())) {
                throw new AccessRefusedException(actor.accountId() + " may not import " + code);
            }
        });
        return kind;
    }

    /** Reads and checks a file. Nothing is written but the sheet itself, for its uploader alone. */
    public ImportAnswer upload(Actor actor, SheetKind kind, Path file, StagedSheets.FileName name) {
        return switch (reader.read(file)) {
            case SheetReader.Answer.Refused(var refusal) -> new ImportAnswer.Refused(refusal);
            case SheetReader.Answer.Read(RawSheet sheet) -> {
                staged.eraseOld();
                UUID id = ids.next();
                scoped.transaction(actor, () -> {
                    Look look = look(actor, kind, sheet);
                    staged.add(id, new StagedSheets.Kind(kind.code()), name, sheet, look.judged());
                });
                yield new ImportAnswer.Staged(id);
            }
        };
    }

    private record Look(StagedSheets.Judged judged, SheetPlan plan) {}

    private Look look(Actor actor, SheetKind kind, RawSheet sheet) {
        CheckedSheet checked = new SheetCheck(kind.form(), messages).check(sheet);
        SheetPlan plan = kind.plan(actor, checked.rows());
        List<SheetProblem> problems = new ArrayList<>(checked.problems());
        problems.addAll(plan.problems());
        problems.sort(Comparator.comparingInt(SheetProblem::row));
        boolean good = checked.isGood() && plan.problems().isEmpty();
        StagedImport.Verdict verdict = new StagedImport.Verdict(
                sheet.rows().size(),
                checked.problemCount() + plan.problems().size(),
                problems.subList(0, Math.min(problems.size(), CheckedSheet.MOST_LISTED)),
                good ? plan.counts() : new SheetPlan.Counts(0, 0, 0),
                good ? plan.first() : List.of());
        StagedSheets.State state = good ? StagedSheets.State.READY : StagedSheets.State.WRONG;
        return new Look(
                new StagedSheets.Judged(
                        state,
                        new StagedSheets.Verdict(JsonMapper.shared().writeValueAsString(verdict)),
                        new StagedSheets.Stamp(plan.stamp()),
                        plan.place()),
                plan);
    }

    /** A sheet of the actor's own. */
    public Optional<StagedImport> find(Actor actor, UUID id) {
        return scoped.read(actor, () -> staged.find(id)).map(one -> shown(actor, one));
    }

    private StagedImport shown(Actor actor, StagedSheets.Staged one) {
        SheetKind kind = find(actor, one.kind().code()).orElseThrow();
        return new StagedImport(
                one.id(),
                kind,
                one.fileName().value(),
                StagedImport.State.valueOf(one.judged().state().name()),
                JsonMapper.shared().readValue(one.judged().verdict().json(), StagedImport.Verdict.class));
    }

    /** The file as it came with its mistakes in one more column. */
    public boolean writeMarked(Actor actor, UUID id, SheetWriter writer, OutputStream out) {
        Optional<StagedSheets.Staged> found = scoped.read(actor, () -> staged.find(id));
        found.ifPresent(one -> {
            StagedImport shown = shown(actor, one);
            SheetForm form = scoped.read(actor, () -> shown.kind().form());
            writer.marked(form, one.sheet(), shown.verdict().problems(), out);
        });
        return found.isPresent();
    }

    /** Writes everything, or nothing. */
    public ImportAnswer confirm(Actor actor, UUID id) {
        Optional<StagedSheets.Staged> found = scoped.read(actor, () -> staged.find(id));
        if (found.isEmpty()) {
            return new ImportAnswer.Gone();
        }
        SheetKind kind = find(actor, found.get().kind().code()).orElseThrow();
        Place place = found.get().judged().place();
        Scope scope = place == null ? actor : actor.exercising(kind.right(), place);
        try {
            return scoped.transaction(scope, () -> written(actor, kind, id, place));
        } catch (ChangedMeanwhileException | DuplicateKeyException meanwhile) {
            scoped.transaction(
                    actor,
                    () -> staged.judge(
                            id, look(actor, kind, found.get().sheet()).judged()));
            return new ImportAnswer.ChangedMeanwhile(id);
        }
    }

    private ImportAnswer written(Actor actor, SheetKind kind, UUID id, @Nullable Place place) {
        Optional<StagedSheets.Staged> locked = staged.lock(id);
        if (locked.isEmpty()) {
            return new ImportAnswer.Gone();
        }
        StagedSheets.Judged before = locked.get().judged();
        if (before.state() == StagedSheets.State.CONFIRMED) {
            return new ImportAnswer.Written(id);
        }
        Look look = look(actor, kind, locked.get().sheet());
        if (before.state() == StagedSheets.State.WRONG
                || look.judged().state() == StagedSheets.State.WRONG
                || !look.judged().stamp().equals(before.stamp())) {
            staged.judge(id, look.judged());
            return new ImportAnswer.ChangedMeanwhile(id);
        }
        look.plan().write().run();
        staged.confirm(id);
        audit.record(
                new Audit.Entry("sheet.import", "platform.staged_sheets", id.toString(), place, Set.of(kind.code())));
        return new ImportAnswer.Written(id);
    }

    public SheetForm form(Actor actor, SheetKind kind) {
        return scoped.read(actor, kind::form);
    }

    /** Everything of a kind within the actor's area; that it was taken out stands in the audit trail. */
    public List<@Nullable String[]> export(Actor actor, SheetKind kind) {
        return scoped.transaction(actor, () -> {
            audit.record(new Audit.Entry("sheet.export", kind.code(), kind.code(), null, Set.of("all")));
            return kind.export(actor);
        });
    }
}
