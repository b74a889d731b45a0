package org.jiamenkou.directory.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jiamenkou.platform.text.Pinyin;

/** Pinyin and initials of stretches of a name, in every reading up to a bound. */
final class Sounds {
    /** Readings of one stretch that are written; beyond it the usual reading of the remaining characters counts. */
    private static final int MOST_READINGS = 8;

    static final int LONGEST_STRETCH = 4;

    /** Mark of the whole name. */
    static final String NAME = "=";
    /** Mark of the whole of another name. */
    static final String ALIAS = "~";

    private static final int LONGEST_PREFIX = 12;
    private static final Map<Integer, List<String>> READINGS = new ConcurrentHashMap<>();

    private Sounds() {}

    /** Readings of a character; a letter or digit sounds as itself. */
    static List<String> readings(int c) {
        return READINGS.computeIfAbsent(c, one -> {
            List<String> found = Pinyin.readings(one);
            return found.isEmpty() ? List.of(Character.toString(one)) : List.copyOf(found);
        });
    }

    /**
     * Every stretch of a name, as term; {@code ^} marks its beginning.
     *
     * @param mark what marks the whole
     * @param core stretches begin among so many first characters
     */
    static void stretches(String name, String mark, int core, Consumer<String> sink) {
        int[] characters = name.codePoints().toArray();
        for (int start = 0; start < Math.min(characters.length, core); start++) {
            int longest = start == 0 ? LONGEST_PREFIX : LONGEST_STRETCH;
            Set<String> full = Set.of("");
            Set<String> initials = Set.of("");
            for (int end = start; end < characters.length && end - start < longest; end++) {
                List<String> readings = readings(characters[end]);
                full = longer(full, readings, false);
                initials = longer(initials, readings, true);
                boolean whole = start == 0 && end == characters.length - 1;
                emit(full, marks(start == 0, whole, mark), sink);
                if (end > start) {
                    emit(initials, marks(start == 0, whole, mark), sink);
                }
            }
        }
    }

    private static List<String> marks(boolean prefix, boolean whole, String mark) {
        if (!prefix) {
            return List.of("");
        }
        List<String> marks = new ArrayList<>(List.of(""));
        if (mark.equals(NAME)) {
            marks.add("^");
        }
        if (whole) {
            marks.add(mark);
        }
        return marks;
    }

    private static void emit(Set<String> forms, List<String> marks, Consumer<String> sink) {
        for (String form : forms) {
            for (String mark : marks) {
                sink.accept(mark + form);
            }
        }
    }

    private static Set<String> longer(Set<String> before, List<String> readings, boolean initial) {
        Set<String> after = new HashSet<>();
        boolean all = before.size() * readings.size() <= MOST_READINGS;
        for (String form : before) {
            for (String reading : all ? readings : readings.subList(0, 1)) {
                after.add(form + (initial ? reading.substring(0, reading.offsetByCodePoints(0, 1)) : reading));
            }
        }
        return after;
    }

    /** What a word sounds like, a few readings; itself when it holds no Chinese. */
    static List<String> of(String word) {
        Set<String> full = Set.of("");
        for (int c : word.codePoints().toArray()) {
            full = longer(full, readings(c), false);
        }
        return new ArrayList<>(full);
    }
}
