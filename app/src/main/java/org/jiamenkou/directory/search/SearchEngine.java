package org.jiamenkou.directory.search;

import static org.jiamenkou.directory.search.Ask.all;
import static org.jiamenkou.directory.search.Ask.any;
import static org.jiamenkou.directory.search.Ask.term;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by Chinese words and single characters, pinyin in every reading, initials, other names, English words,
 * with the name of a place, and with one slip. The sorts of match are tried in the order of {@link Match} and the search
 * stops as soon as enough was found; looser sorts come only when the exact ones found nothing or little. Any text is a
 * legal query. Safe for use by many threads.
 */
public final class SearchEngine implements AutoCloseable {
    /** Longer queries are cut here, counted in characters. */
    public static final int LONGEST_QUERY = 64;

    private static final int LONGEST_EXPANDED = 160;
    private static final int LONGEST_PLACE = 12;

    private final EntryIndex index;

    /** Builds the index in memory. */
    public SearchEngine(Collection<SearchEntry> entries) {
        index = new EntryIndex(entries, null);
    }

    /** Takes the index that an earlier start left in a folder when it was built from the same entries, else builds it there. */
    public SearchEngine(Collection<SearchEntry> entries, Path folder) {
        index = new EntryIndex(entries, folder);
    }

    /** Makes the index hold exactly these entries. Returns how many were written or removed. */
    public int update(Collection<SearchEntry> entries) {
        return index.update(entries);
    }

    @Override
    public void close() {
        index.close();
    }

    public int size() {
        return index.size();
    }

    /** The entries that match, best first; never throws for a query, whatever it holds. */
    public SearchResults find(String query, SearchFilter filter, int limit) {
        String stripped = query.strip();
        boolean cut = stripped.codePointCount(0, stripped.length()) > LONGEST_QUERY;
        String first = SearchText.first(stripped, LONGEST_QUERY);
        List<String> words = SearchText.words(SearchText.first(first, LONGEST_EXPANDED));
        if (words.isEmpty()) {
            return new SearchResults(List.of(), cut, null, false);
        }
        return index.search(view -> {
            Ask ask = new Ask(view, filter, limit);
            exactly(ask, words);
            SearchEntry place = ask.isEmpty() ? withPlaceApart(ask, words) : null;
            List<PlaceFirst> joined = ask.isEmpty() ? placesFirst(ask, words) : List.of();
            if (place == null) {
                place = in(ask, joined);
            }
            if (ask.isPoor()) {
                LooseMatches.asMeant(ask, words);
            }
            if (ask.isEmpty()) {
                place = elsewhere(ask, joined);
            }
            if (ask.isEmpty()) {
                LooseMatches.inPart(ask, words);
            }
            return ask.results(cut, place);
        });
    }

    /** All sorts of match that take every word as it was typed. */
    private static void exactly(Ask ask, List<String> words) throws IOException {
        String joined = String.join("", words);
        ask.look(term(EntryTerms.NAME, joined), Match.NAME);
        ask.look(term(EntryTerms.ALIAS, joined), Match.ALIAS);
        ask.look(term(EntryTerms.PREFIX, joined), Match.PREFIX);
        List<SearchHit> elsewhere = allKnown(ask, words) ? byWords(ask, words) : List.of();
        elsewhere.stream().filter(hit -> hit.match() == Match.ALIAS_WORDS).forEach(ask::take);
        if (words.stream().anyMatch(SearchEngine::mayBeSpelt)) {
            bySound(ask, words);
        }
        elsewhere.forEach(ask::take);
    }

    /**
     * One lookup for all words gives what holds them anywhere; where they stand is then read from the candidate. Only when
     * there are more than can be read are the names asked on their own. Takes what matches by name, returns the rest.
     */
    private static List<SearchHit> byWords(Ask ask, List<String> words) throws IOException {
        List<SearchHit> rest = new ArrayList<>();
        boolean all = ask.read(Ask.words(EntryTerms.WORDS, words), candidate -> {
            if (holds(candidate.nameText(), words)) {
                ask.take(ask.hit(candidate, Match.WORDS));
            } else if (holds(candidate.aliasText(), words)) {
                rest.add(ask.hit(candidate, Match.ALIAS_WORDS));
            } else if (holds(candidate.allText(), words)) {
                rest.add(ask.hit(candidate, Match.TEXT));
            }
        });
        if (!all) {
            ask.look(Ask.words(EntryTerms.NAMES, words), Match.WORDS, one -> holds(one.nameText(), words));
        }
        return rest;
    }

    private static boolean holds(String text, List<String> words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Terms that stand nowhere end the search for words at once, however long the query is. */
    private static boolean allKnown(Ask ask, List<String> words) throws IOException {
        for (String word : words) {
            for (String run : SearchText.runs(word)) {
                for (String gram : SearchText.grams(run)) {
                    if (!ask.view().has(EntryTerms.WORDS, gram)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Pinyin and initials have letters; figures beside Chinese characters are found as they stand. */
    private static boolean mayBeSpelt(String word) {
        return word.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }

    private static void bySound(Ask ask, List<String> words) throws IOException {
        List<String> forms = Sounds.of(String.join("", words));
        ask.look(sounds(Sounds.NAME, forms), Match.SOUND);
        ask.look(sounds("^", forms), Match.SOUND_PREFIX);
        ask.look(sounds(Sounds.ALIAS, forms), Match.SOUND_ALIAS);
        ask.look(sounds("", forms), Match.SOUND_PART);
        if (words.size() > 1) {
            List<Query> each = new ArrayList<>();
            for (String word : words) {
                each.add(
                        mayBeSpelt(word)
                                ? any(List.of(sounds("", Sounds.of(word)), Ask.words(EntryTerms.WORDS, List.of(word))))
                                : Ask.words(EntryTerms.WORDS, List.of(word)));
            }
            ask.look(all(each), Match.SOUND_PART);
        }
    }

    private static Query sounds(String mark, List<String> forms) {
        return any(
                forms.stream().map(form -> term(EntryTerms.SOUNDS, mark + form)).toList());
    }

    /** Takes the name of a place out of the query, where it stands as a word of its own, and looks for the rest. */
    private static @Nullable SearchEntry withPlaceApart(Ask ask, List<String> words) throws IOException {
        for (int i = 0; i < words.size() && words.size() > 1; i++) {
            List<String> rest = new ArrayList<>(words);
            SearchEntry place = placeNamed(ask, rest.remove(i), true);
            if (place == null) {
                continue;
            }
            exactly(ask, with(place, rest));
            if (ask.isEmpty()) {
                takeElsewhere(ask, rest);
            }
            if (!ask.isEmpty()) {
                return place;
            }
        }
        return null;
    }

    /**
     * A query that begins with the name of a place, the rest written on.
     *
     * @param apart the query with the name as a word of its own
     * @param rest the query without it
     */
    private record PlaceFirst(SearchEntry place, List<String> apart, List<String> rest) {}

    /** The ways to read the beginning of a query as a place, the longest name first. */
    private static List<PlaceFirst> placesFirst(Ask ask, List<String> words) throws IOException {
        String word = words.getFirst();
        List<PlaceFirst> found = new ArrayList<>();
        int length = word.codePointCount(0, word.length());
        for (int i = Math.min(length - 1, LONGEST_PLACE); i >= 2 && SearchText.isHan(word); i--) {
            int at = word.offsetByCodePoints(0, i);
            SearchEntry place = placeNamed(ask, word.substring(0, at), false);
            if (place != null) {
                List<String> rest = new ArrayList<>(words);
                rest.set(0, word.substring(at));
                List<String> apart = new ArrayList<>(rest);
                apart.addFirst(word.substring(0, at));
                found.add(new PlaceFirst(place, apart, rest));
            }
        }
        return found;
    }

    private static @Nullable SearchEntry in(Ask ask, List<PlaceFirst> readings) throws IOException {
        for (PlaceFirst reading : readings) {
            exactly(ask, reading.apart());
            if (!ask.isEmpty()) {
                return reading.place();
            }
        }
        return null;
    }

    /** Comes after a slip was looked for: a slip often makes the name of another place. */
    private static @Nullable SearchEntry elsewhere(Ask ask, List<PlaceFirst> readings) throws IOException {
        for (PlaceFirst reading : readings) {
            takeElsewhere(ask, reading.rest());
            if (!ask.isEmpty()) {
                return reading.place();
            }
        }
        return null;
    }

    private static List<String> with(SearchEntry place, List<String> rest) {
        List<String> words = new ArrayList<>(rest);
        words.addAll(SearchText.words(place.name().zh()));
        return words;
    }

    private static void takeElsewhere(Ask ask, List<String> rest) throws IOException {
        Ask elsewhere = ask.another();
        exactly(elsewhere, rest);
        for (SearchHit hit : elsewhere.results(false, null).hits()) {
            ask.take(new SearchHit(hit.entry(), Match.ELSEWHERE, hit.metres()));
        }
    }

    /**
     * @param begun whether the beginning of a name will do; where nothing sets the place apart, half of the names in the
     *     city begin like one
     */
    private static @Nullable SearchEntry placeNamed(Ask ask, String word, boolean begun) throws IOException {
        boolean spelt = mayBeSpelt(word);
        if (word.codePointCount(0, word.length()) < 2) {
            return null;
        }
        if (!begun && !spelt) {
            return ask.view().places().get(word);
        }
        List<Query> forms = new ArrayList<>(List.of(term(EntryTerms.NAME, word), term(EntryTerms.ALIAS, word)));
        if (begun) {
            forms.add(term(EntryTerms.PREFIX, word));
        }
        if (spelt) {
            Sounds.of(word).forEach(form -> {
                forms.add(term(EntryTerms.SOUNDS, "^" + form));
                forms.add(term(EntryTerms.SOUNDS, Sounds.ALIAS + form));
            });
        }
        SearchEntry[] best = {null};
        ask.view().each(any(forms), EntryKind.PLACES, candidate -> {
            best[0] = candidate.entry();
            return false;
        });
        return best[0];
    }
}
