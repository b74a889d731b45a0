package org.jiamenkou.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.rules.GuideMerging;
import org.jiamenkou.catalogue.rules.ItemFieldReader;
import org.jiamenkou.catalogue.rules.ItemFields;
import org.jiamenkou.catalogue.rules.RefusedField;
import org.jiamenkou.catalogue.store.DraftStore;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Items and guides kept by officers: a draft that several may write, then a published edition. Whoever saves names the
 * state they saw; when another was saved in between, both are merged field by field and nothing is written unseen. Right
 * {@link Right#EDIT_ITEMS} for the city, within the functional lines of the account.
 */
@Service
public class ItemUpkeep {
    private static final FieldProblem.Message OTHER_LINE = new FieldProblem.Message("catalogue.item.error.otherLine");
    private static final FieldProblem.Message TAKEN = new FieldProblem.Message("catalogue.item.error.taken");
    private static final FieldProblem.Message SLUG_FIXED = new FieldProblem.Message("catalogue.item.error.slugFixed");
    private static final FieldProblem.Message SAME = new FieldProblem.Message("catalogue.item.error.same");
    private static final FieldProblem.Message SLUG = new FieldProblem.Message("catalogue.guide.refused.slug");

    private final Scoped scoped;
    private final Items items;
    private final DraftStore drafts;
    private final ContentRules rules;
    private final Audit audit;
    private final Settings settings;
    private final Clock clock;

    ItemUpkeep(
            Scoped scoped,
            Items items,
            DraftStore drafts,
            ContentRules rules,
            Audit audit,
            Settings settings,
            Clock clock) {
        this.scoped = scoped;
        this.items = items;
        this.drafts = drafts;
        this.rules = rules;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An item as the desk sees it.
     *
     * @param editions published, newest first; empty for a new item
     * @param saved every saved state, newest first
     */
    public record Kept(String slug, List<ServiceItem> editions, List<ItemDraft> saved) {
        /** The state somebody is writing; empty when the newest edition is all there is. */
        public Optional<ItemDraft> draft() {
            return saved.stream().findFirst().filter(one -> !one.published());
        }

        public int version() {
            return editions.isEmpty() ? 0 : editions.getFirst().version();
        }

        /** What stands now: the draft, else the newest edition, else nothing. */
        public Map<ItemField, String> fields() {
            return draft().map(ItemDraft::fields)
                    .orElseGet(() -> editions.isEmpty()
                            ? Map.of()
                            : ItemFields.of(editions.getFirst().content()));
        }

        /** Names this state; a save has to bring it back. */
        public String seen() {
            return (saved.isEmpty() ? 0 : saved.getFirst().revision()) + "." + version();
        }

        private Map<ItemField, String> at(String seen) {
            String[] parts = seen.split("\\.");
            for (ItemDraft one : saved) {
                if (parts[0].equals(String.valueOf(one.revision())) && !one.published()) {
                    return one.fields();
                }
            }
            for (ServiceItem one : editions) {
                if (parts.length > 1 && parts[1].equals(String.valueOf(one.version()))) {
                    return ItemFields.of(one.content());
                }
            }
            return Map.of();
        }
    }

    /** Whoever may edit any item may look at all of them. */
    public List<ItemLine> list(Actor actor, String words) {
        door(actor);
        return scoped.read(actor, () -> drafts.listLines(words.strip())).stream()
                .filter(one -> settings.demo() || !one.sample())
                .toList();
    }

    public Optional<Kept> find(Actor actor, String slug) {
        door(actor);
        return scoped.read(actor, () -> kept(slug));
    }

    private Optional<Kept> kept(String slug) {
        Kept kept = new Kept(slug, items.history(slug), drafts.listAll(slug));
        return kept.editions().isEmpty() && kept.saved().isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    private static void door(Actor actor) {
        if (!actor.holds(Right.EDIT_ITEMS)) {
            throw new AccessRefusedException(actor.accountId() + " edits no items");
        }
    }

    /** Whether this account may change items of this line. */
    public static boolean mayEdit(Actor actor, String line) {
        return actor.holds(Right.EDIT_ITEMS)
                && (actor.lines().isEmpty() || actor.lines().contains(line));
    }

    /** Fields in which two editions differ; empty when one of them does not exist. */
    public List<Difference> compare(Kept kept, int older, int newer) {
        Optional<ServiceItem> before = edition(kept, older);
        Optional<ServiceItem> after = edition(kept, newer);
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        Map<ItemField, String> old = ItemFields.of(before.get().content());
        Map<ItemField, String> now = ItemFields.of(after.get().content());
        return GuideMerging.changed(old, now).stream()
                .map(field -> new Difference(
                        field, new Old(old.getOrDefault(field, "")), new Now(now.getOrDefault(field, ""))))
                .toList();
    }

    private static Optional<ServiceItem> edition(Kept kept, int version) {
        return kept.editions().stream().filter(one -> one.version() == version).findFirst();
    }

    public record Difference(ItemField field, Old old, Now now) {}

    public record Old(String text) {}

    public record Now(String text) {}

    /**
     * What was typed into the form.
     *
     * @param slug of the item that was opened, null for a new one
     * @param seen {@link Kept#seen} of that moment
     * @param fromTheirs fields in which the editor takes the text of the other
     * @param publishFrom first day in force; null keeps it a draft
     */
    public record Typed(
            @Nullable String slug,
            Map<ItemField, String> fields,
            Seen seen,
            Set<ItemField> fromTheirs,
            @Nullable LocalDate publishFrom) {}

    public record Seen(String token) {}

    public ItemOutcome save(Actor actor, Typed typed) {
        Scope scope = actor.exercisingEverywhere(Right.EDIT_ITEMS);
        String slug = typed.slug() == null
                ? typed.fields().getOrDefault(ItemField.SLUG, "").strip()
                : typed.slug();
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || slug.length() > 40 || slug.equals("new")) {
            return new ItemOutcome.Wrong(List.of(FieldProblem.of(ItemField.SLUG, SLUG, slug)));
        }
        return scoped.transaction(scope, () -> {
            drafts.lock(slug);
            Kept kept = kept(slug).orElse(new Kept(slug, List.of(), List.of()));
            if (typed.slug() == null && !kept.seen().equals("0.0")) {
                return new ItemOutcome.Wrong(List.of(FieldProblem.of(ItemField.SLUG, TAKEN, slug)));
            }
            if (!kept.seen().equals(typed.seen().token())) {
                return merged(kept, typed);
            }
            return write(scope, actor, kept, typed);
        });
    }

    private static ItemOutcome merged(Kept kept, Typed typed) {
        Map<ItemField, String> now = kept.fields();
        GuideMerge merge =
                GuideMerging.merge(new GuideMerging.Sides(kept.at(typed.seen().token()), now, typed.fields()));
        ItemOutcome.Other other = kept.saved().isEmpty()
                ? null
                : new ItemOutcome.Other(
                        kept.saved().getFirst().byName(),
                        kept.saved().getFirst().at());
        return new ItemOutcome.ChangedMeanwhile(merge, kept.seen(), other);
    }

    private ItemOutcome write(Scope scope, Actor actor, Kept kept, Typed typed) {
        Map<ItemField, String> fields = new EnumMap<>(ItemField.class);
        typed.fields().forEach((field, value) -> fields.put(field, value.strip().replace("\r\n", "\n")));
        typed.fromTheirs().forEach(field -> fields.put(field, kept.fields().getOrDefault(field, "")));
        List<FieldProblem> problems = atTheDoor(actor, kept, fields);
        if (typed.publishFrom() == null) {
            return problems.isEmpty() ? saved(actor, kept, fields) : new ItemOutcome.Wrong(problems);
        }
        ItemFieldReader.Read read = ItemFieldReader.read(fields);
        problems.addAll(read.problems());
        if (read.item() != null) {
            rules.refusals(read.item())
                    .forEach(one -> problems.add(FieldProblem.of(
                            RefusedField.of(one), new FieldProblem.Message(one.messageKey()), one.args())));
        }
        if (!problems.isEmpty() || read.item() == null) {
            return new ItemOutcome.Wrong(problems);
        }
        return published(scope, actor, kept, new Ready(read.item(), fields, typed.publishFrom()));
    }

    /** What even a draft must keep to. */
    private static List<FieldProblem> atTheDoor(Actor actor, Kept kept, Map<ItemField, String> fields) {
        List<FieldProblem> problems = new ArrayList<>();
        String line = fields.getOrDefault(ItemField.LINE, "");
        String before = kept.fields().getOrDefault(ItemField.LINE, line);
        if (!mayEdit(actor, line) || !mayEdit(actor, before)) {
            problems.add(FieldProblem.of(ItemField.LINE, OTHER_LINE));
        }
        if (!fields.getOrDefault(ItemField.SLUG, "").equals(kept.slug())) {
            problems.add(FieldProblem.of(ItemField.SLUG, SLUG_FIXED, kept.slug()));
        }
        return problems;
    }

    private ItemOutcome saved(Actor actor, Kept kept, Map<ItemField, String> fields) {
        int revision = kept.saved().isEmpty() ? 0 : kept.saved().getFirst().revision();
        if (GuideMerging.changed(kept.fields(), fields).isEmpty()) {
            return new ItemOutcome.Saved(revision);
        }
        add(actor, kept, new ItemDraft(revision + 1, false, kept.version(), fields, clock.instant(), actor.name()));
        audit.record(new Audit.Entry("item.draft", "item", kept.slug(), null, Set.of("guide")));
        return new ItemOutcome.Saved(revision + 1);
    }

    private void add(Actor actor, Kept kept, ItemDraft draft) {
        drafts.add(kept.slug(), draft, new DraftStore.By(actor.actorKey(), new DraftStore.Name(actor.name())));
    }

    private record Ready(ItemContent item, Map<ItemField, String> fields, LocalDate from) {}

    private ItemOutcome published(Scope scope, Actor actor, Kept kept, Ready ready) {
        return switch (items.publish(scope, ready.item(), ready.from(), null)) {
            case PublishOutcome.Published(ServiceItem item) -> {
                int revision =
                        kept.saved().isEmpty() ? 1 : kept.saved().getFirst().revision() + 1;
                add(
                        actor,
                        kept,
                        new ItemDraft(revision, true, item.version(), ready.fields(), clock.instant(), actor.name()));
                audit.record(new Audit.Entry("item.publish", "item", kept.slug(), null, Set.of("guide")));
                yield new ItemOutcome.Published(item.version());
            }
            case PublishOutcome.SameAsNewest(String slug) ->
                new ItemOutcome.Wrong(List.of(FieldProblem.of(ItemField.NAME_ZH, SAME)));
            case PublishOutcome.Refused(String slug, List<GuideRefusal> refusals) ->
                new ItemOutcome.Wrong(refusals.stream()
                        .map(one -> FieldProblem.of(
                                RefusedField.of(one), new FieldProblem.Message(one.messageKey()), one.args()))
                        .toList());
        };
    }
}
