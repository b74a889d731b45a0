package org.jiamenkou.network.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jiamenkou.network.DivisionDifference;
import org.jiamenkou.network.DivisionDifference.Kind;
import org.jiamenkou.network.DivisionList;

/**
 * The difference list between the divisions held and a proposed edition. What the edition says about splits and mergers is
 * taken as said; what names only suggest (one committee gone, several numbered ones of that name come) is marked inferred.
 */
public final class DivisionDifferences {
    private final Map<String, String> held;
    private final Map<String, String> proposed = new TreeMap<>();
    private final NameForms forms;
    private final Set<String> gone = new HashSet<>();
    private final Set<String> come = new HashSet<>();
    private final Map<String, String> recoded = new HashMap<>();
    private final List<DivisionDifference> differences = new ArrayList<>();

    private DivisionDifferences(Map<String, String> held, List<DivisionList.Row> proposed, NameForms forms) {
        this.held = new TreeMap<>(held);
        proposed.forEach(row -> this.proposed.put(row.code(), row.name().value()));
        this.forms = forms;
    }

    /** @param held names by code of what holds today, the city left out, committees and above */
    public static List<DivisionDifference> between(Map<String, String> held, DivisionList edition, NameForms forms) {
        DivisionDifferences work = new DivisionDifferences(held, edition.rows(), forms);
        work.compareCodes();
        work.takeAsSaid(edition.successions());
        work.findRecoded();
        work.inferFromNames();
        work.takeTheRest();
        return work.differences.stream()
                .sorted(Comparator.comparing(DivisionDifferences::firstCode).thenComparing(DivisionDifference::kind))
                .toList();
    }

    private static String firstCode(DivisionDifference difference) {
        return difference.oldCodes().isEmpty()
                ? difference.newCodes().getFirst()
                : difference.oldCodes().getFirst();
    }

    private void compareCodes() {
        held.forEach((code, name) -> {
            String now = proposed.get(code);
            if (now == null) {
                gone.add(code);
            } else if (!now.equals(name)) {
                add(Kind.RENAMED, List.of(code), List.of(code), false);
            }
        });
        proposed.keySet().stream().filter(code -> !held.containsKey(code)).forEach(come::add);
    }

    private void takeAsSaid(List<DivisionList.Succession> successions) {
        Map<String, List<String>> byOld = new LinkedHashMap<>();
        Map<String, List<String>> byNew = new LinkedHashMap<>();
        for (DivisionList.Succession one : successions) {
            byOld.computeIfAbsent(one.from().code(), code -> new ArrayList<>())
                    .add(one.to().code());
            byNew.computeIfAbsent(one.to().code(), code -> new ArrayList<>())
                    .add(one.from().code());
        }
        byOld.forEach((old, successors) -> {
            if (successors.size() > 1) {
                add(Kind.SPLIT, List.of(old), successors, false);
            }
        });
        byNew.forEach((successor, olds) -> {
            if (olds.size() > 1) {
                add(Kind.MERGED, olds, List.of(successor), false);
            }
        });
        byOld.forEach((old, successors) -> {
            String only = successors.getFirst();
            if (successors.size() == 1
                    && Objects.requireNonNull(byNew.get(only)).size() == 1
                    && gone.contains(old)) {
                if (come.contains(only)) {
                    recode(old, only, false);
                } else {
                    add(Kind.MERGED, List.of(old), List.of(only), false);
                }
            }
        });
    }

    /** The same name under the same parent with another code, from the top down, so that children follow. */
    private void findRecoded() {
        for (int zeros = 6; zeros >= 0; zeros -= 3) {
            int level = zeros;
            Map<String, List<String>> byPlace = new HashMap<>();
            come.stream()
                    .filter(code -> levelOf(code) == level)
                    .forEach(code -> byPlace.computeIfAbsent(
                                    DivisionCodes.parentOf(code) + proposed.get(code), k -> new ArrayList<>())
                            .add(code));
            Map<String, List<String>> olds = new HashMap<>();
            gone.stream()
                    .filter(code -> levelOf(code) == level)
                    .forEach(code -> olds.computeIfAbsent(parentToday(code) + held.get(code), k -> new ArrayList<>())
                            .add(code));
            olds.forEach((place, old) -> {
                List<String> now = byPlace.getOrDefault(place, List.of());
                if (old.size() == 1 && now.size() == 1) {
                    recode(old.getFirst(), now.getFirst(), true);
                }
            });
        }
    }

    /** Numbered committees of one name: several for one are a split, one for several a merger. */
    private void inferFromNames() {
        Map<String, List<String>> olds = new TreeMap<>();
        gone.stream()
                .sorted()
                .filter(code -> levelOf(code) == 0)
                .forEach(code -> olds.computeIfAbsent(
                                parentToday(code) + forms.stem(name(held, code)), k -> new ArrayList<>())
                        .add(code));
        Map<String, List<String>> news = new TreeMap<>();
        come.stream()
                .sorted()
                .filter(code -> levelOf(code) == 0)
                .forEach(code -> news.computeIfAbsent(
                                DivisionCodes.parentOf(code) + forms.stem(name(proposed, code)), k -> new ArrayList<>())
                        .add(code));
        olds.forEach((stem, old) -> {
            List<String> now = news.getOrDefault(stem, List.of());
            if (old.size() == 1 && now.size() > 1) {
                add(Kind.SPLIT, old, now, true);
            } else if (old.size() > 1 && now.size() == 1) {
                add(Kind.MERGED, old, now, true);
            }
        });
    }

    private void takeTheRest() {
        gone.stream().sorted().toList().forEach(code -> add(Kind.REMOVED, List.of(code), List.of(), false));
        come.stream().sorted().toList().forEach(code -> add(Kind.ADDED, List.of(), List.of(code), false));
    }

    private void recode(String old, String now, boolean inferred) {
        recoded.put(old, now);
        add(Kind.RECODED, List.of(old), List.of(now), inferred);
    }

    private String parentToday(String code) {
        String parent = DivisionCodes.parentOf(code);
        return recoded.getOrDefault(parent, parent);
    }

    private void add(Kind kind, List<String> olds, List<String> news, boolean inferred) {
        differences.add(new DivisionDifference(
                kind,
                olds,
                news,
                olds.stream().map(code -> name(held, code)).toList(),
                news.stream().map(code -> name(proposed, code)).toList(),
                inferred));
        olds.forEach(gone::remove);
        news.forEach(come::remove);
    }

    /** A succession may name a code that is in neither list; proposing refuses that before it comes here. */
    private static String name(Map<String, String> names, String code) {
        return names.getOrDefault(code, "");
    }

    private static int levelOf(String code) {
        return code.endsWith("000000") ? 6 : code.endsWith("000") ? 3 : 0;
    }
}
