package org.jiamenkou.catalogue.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jiamenkou.catalogue.ListDifference;
import org.jiamenkou.catalogue.ListPublication;
import org.jiamenkou.catalogue.ListRefusal;
import org.jiamenkou.catalogue.PositiveList;
import org.jspecify.annotations.Nullable;

/** Versions of lists: what a draft changes, how edits of two people go together, what may be published. */
public final class ListRules {
    private ListRules() {}

    /** Entry by entry, in the order of the numbers. */
    public static List<ListDifference> compare(List<PositiveList.Entry> before, List<PositiveList.Entry> after) {
        Map<Integer, PositiveList.Entry> was = byNumber(before);
        Map<Integer, PositiveList.Entry> now = byNumber(after);
        List<ListDifference> differences = new ArrayList<>();
        now.forEach((number, entry) -> {
            PositiveList.Entry old = was.get(number);
            if (old == null) {
                differences.add(new ListDifference.Added(entry));
            } else if (!old.equals(entry)) {
                differences.add(new ListDifference.Changed(old, entry));
            }
        });
        was.forEach((number, entry) -> {
            if (!now.containsKey(number)) {
                differences.add(new ListDifference.Removed(entry));
            }
        });
        differences.sort(Comparator.comparingInt(ListDifference::number));
        return differences;
    }

    private static Map<Integer, PositiveList.Entry> byNumber(List<PositiveList.Entry> entries) {
        Map<Integer, PositiveList.Entry> byNumber = new TreeMap<>();
        entries.forEach(entry -> byNumber.put(entry.number(), entry));
        return byNumber;
    }

    public static Optional<PositiveList.Entry> find(List<PositiveList.Entry> entries, int number) {
        return entries.stream().filter(entry -> entry.number() == number).findFirst();
    }

    /** The entries with this number's replaced, added or (null) taken out. */
    public static List<PositiveList.Entry> with(
            List<PositiveList.Entry> entries, int number, PositiveList.@Nullable Entry wanted) {
        Map<Integer, PositiveList.Entry> byNumber = byNumber(entries);
        byNumber.remove(number);
        if (wanted != null) {
            byNumber.put(number, wanted);
        }
        return List.copyOf(byNumber.values());
    }

    /**
     * Whether one entry may still be changed by somebody who looked at an older state: nobody else changed that entry.
     *
     * @param seen the state that was looked at
     * @param latest the state as it is
     */
    public static boolean isFree(List<PositiveList.Entry> seen, List<PositiveList.Entry> latest, int number) {
        return Objects.equals(find(seen, number), find(latest, number));
    }

    public static int nextNumber(List<PositiveList.Entry> entries) {
        return entries.stream().mapToInt(PositiveList.Entry::number).max().orElse(0) + 1;
    }

    /** Why these entries cannot be published so. @param own all published versions of the area */
    public static List<ListRefusal> refusals(
            List<PositiveList.Entry> entries, ListPublication publication, List<PositiveList> own, LocalDate today) {
        List<ListRefusal> refusals = new ArrayList<>();
        if (entries.isEmpty()) {
            refusals.add(new ListRefusal.NoEntries());
        }
        if (own.stream().anyMatch(one -> one.version().equals(publication.version()))) {
            refusals.add(new ListRefusal.VersionTaken());
        }
        if (publication.validFrom().isBefore(today)) {
            refusals.add(new ListRefusal.DayPast(today));
        } else if (own.stream().anyMatch(one -> one.validFrom().equals(publication.validFrom()))) {
            refusals.add(new ListRefusal.DayTaken(publication.validFrom()));
        }
        Optional<PositiveList> last = own.stream()
                .filter(one -> !one.validFrom().isAfter(publication.validFrom()))
                .max(Comparator.comparing(PositiveList::validFrom));
        if (last.isPresent() && compare(last.get().entries(), entries).isEmpty()) {
            refusals.add(new ListRefusal.NothingChanged());
        }
        return refusals;
    }
}
