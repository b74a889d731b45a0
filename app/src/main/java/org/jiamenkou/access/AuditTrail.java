package org.jiamenkou.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiamenkou.access.store.AuditReadStore;
import org.jiamenkou.access.store.AuditReadStore.Filter;
import org.jiamenkou.access.store.AuditReadStore.Found;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Reads the audit trail: an auditor all of their area, everybody what concerns themselves. An auditor's look is itself a
 * row of the trail.
 */
@Service
public class AuditTrail {
    /** Rows of one page. */
    public static final int PAGE = 50;
    /** The most rows of one export. */
    public static final int EXPORT = 20_000;

    private static final SystemScope NAMES = new SystemScope("access.audit-names");
    private static final String SYSTEM = "system:";
    private static final String ACCOUNT = "account";

    private final Scoped scoped;
    private final AuditReadStore store;
    private final Audit audit;
    private final Clock clock;
    private final List<AuditSubjects> subjects;

    AuditTrail(Scoped scoped, AuditReadStore store, Audit audit, Clock clock, ObjectProvider<AuditSubjects> subjects) {
        this.scoped = scoped;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.subjects = subjects.stream().toList();
    }

    /**
     * What an auditor asks for; an empty text is no condition.
     *
     * @param person log-in name or name of who acted
     * @param subject what it was done to: a log-in name, a station's code, an id
     * @param action code of the action
     */
    public record Question(
            Name person,
            Name subject,
            Name action,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        /** The conditions it has, for the row about the look itself. */
        Set<String> conditions() {
            Set<String> named = new TreeSet<>();
            Map.of("person", !person.isEmpty(), "subject", !subject.isEmpty(), "action", !action.isEmpty())
                    .forEach((name, there) -> {
                        if (there) {
                            named.add(name);
                        }
                    });
            if (from != null || until != null) {
                named.add("time");
            }
            return named;
        }
    }

    /** What was typed. */
    public record Name(String text) {
        public static final Name NONE = new Name("");

        boolean isEmpty() {
            return text.isBlank();
        }
    }

    /** @param next where older rows begin, null when there are none */
    public record Slice(List<AuditLine> lines, @Nullable AuditPosition next) {}

    /** @throws AccessRefusedException without {@link Right#READ_AUDIT} */
    public Slice list(Actor actor, Question question, @Nullable AuditPosition after) {
        Filter filter = filter(question);
        List<Found> found = scoped.transaction(auditing(actor), () -> {
            audit.record(new Audit.Entry("audit.viewed", "audit", "trail", null, question.conditions()));
            return store.list(filter, after, PAGE + 1);
        });
        return slice(found, PAGE);
    }

    /** Up to {@link #EXPORT} rows, the newest first. */
    public Slice export(Actor actor, Question question) {
        Filter filter = filter(question);
        List<Found> found = scoped.transaction(auditing(actor), () -> {
            audit.record(new Audit.Entry("audit.exported", "audit", "trail", null, question.conditions()));
            return store.list(filter, null, EXPORT + 1);
        });
        return slice(found, EXPORT);
    }

    /** What the actor did. */
    public Slice listOwn(Actor actor, @Nullable AuditPosition after) {
        Filter filter = new Filter(Set.of(actor.actorKey()), null, null, null, null);
        return slice(scoped.read(actor, () -> store.list(filter, after, PAGE + 1)), PAGE);
    }

    /**
     * Who saw or changed something, for the person it is about. The caller has decided that they may know; the scope must
     * let them read the rows. Called outside any transaction: the names of who acted are read beyond the scope.
     *
     * @param subject as it stands in {@link Audit.Entry}, after its type
     */
    public Slice listAbout(Scope scope, Subject subject, @Nullable AuditPosition after) {
        Filter filter = new Filter(null, subject.type(), Set.of(subject.id()), null, null);
        return slice(scoped.read(scope, () -> store.list(filter, after, PAGE + 1)), PAGE);
    }

    /** Something the trail tells of. */
    public record Subject(String type, UUID uuid) {
        String id() {
            return uuid.toString();
        }
    }

    private Filter filter(Question question) {
        return scoped.read(NAMES, () -> {
            Set<String> actors = question.person().isEmpty()
                    ? null
                    : store.listAccounts(question.person().text().strip());
            Set<String> about = question.subject().isEmpty()
                    ? null
                    : subjectsMeant(question.subject().text().strip());
            return new Filter(
                    actors,
                    null,
                    about,
                    question.action().isEmpty() ? null : question.action().text(),
                    period(question));
        });
    }

    private AuditReadStore.Period period(Question question) {
        LocalDate from = question.from();
        LocalDate until = question.until();
        return new AuditReadStore.Period(
                from == null ? null : from.atStartOfDay(clock.getZone()).toInstant(),
                until == null
                        ? null
                        : until.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    private Set<String> subjectsMeant(String typed) {
        Set<String> meant = new TreeSet<>(store.listAccounts(typed));
        meant.add(typed);
        subjects.forEach(one -> one.findByTyped(typed).ifPresent(meant::add));
        return meant;
    }

    /** As far as the right reaches, not as far as any other right of the same person. */
    private static Scope auditing(Actor actor) {
        Areas areas = actor.areasByRight().getOrDefault(Right.READ_AUDIT, Areas.NOWHERE);
        if (areas.isNowhere()) {
            throw new AccessRefusedException(actor.accountId() + " may not READ_AUDIT");
        }
        return new Auditing(actor, areas);
    }

    private record Auditing(Actor actor, Areas readAreas) implements Scope {
        @Override
        public String actorKey() {
            return actor.actorKey();
        }

        @Override
        public Areas writeAreas() {
            return Areas.NOWHERE;
        }

        @Override
        public Set<String> lines() {
            return actor.lines();
        }
    }

    private Slice slice(List<Found> found, int most) {
        List<Found> shown = found.size() > most ? found.subList(0, most) : found;
        Map<String, String> accounts = accountNames(shown);
        Map<String, LocalText> named = names(shown, accounts);
        List<AuditLine> lines = new ArrayList<>();
        for (Found row : shown) {
            lines.add(new AuditLine(
                    row.id(),
                    row.at(),
                    row.actor().startsWith(SYSTEM) ? null : accounts.getOrDefault(row.actor(), row.actor()),
                    row.action(),
                    row.subjectType(),
                    named.getOrDefault(row.subject(), new LocalText(row.subject(), null)),
                    row.fields()));
        }
        AuditPosition next = found.size() > most && !shown.isEmpty()
                ? new AuditPosition(shown.getLast().at(), shown.getLast().id())
                : null;
        return new Slice(lines, next);
    }

    /** Whoever may read a row may know who acted, also in an office their own scope does not reach. */
    private Map<String, String> accountNames(List<Found> rows) {
        Set<String> ids = new TreeSet<>();
        for (Found row : rows) {
            ids.add(row.actor());
            if (row.subjectType().equals(ACCOUNT)) {
                ids.add(row.subject());
            }
        }
        return ids.isEmpty() ? Map.of() : scoped.read(NAMES, () -> store.accountNames(ids));
    }

    private Map<String, LocalText> names(List<Found> rows, Map<String, String> accounts) {
        Map<String, LocalText> named = new HashMap<>();
        rows.stream()
                .filter(row -> row.subjectType().equals(ACCOUNT) && accounts.containsKey(row.subject()))
                .forEach(row -> named.put(row.subject(), LocalText.of(accounts.getOrDefault(row.subject(), ""))));
        for (AuditSubjects one : subjects) {
            Set<String> mine = rows.stream()
                    .filter(row -> one.types().contains(row.subjectType()))
                    .map(Found::subject)
                    .collect(Collectors.toSet());
            if (!mine.isEmpty()) {
                named.putAll(one.names(mine));
            }
        }
        return named;
    }
}
