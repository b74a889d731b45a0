package org.jiamenkou.directory.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jiamenkou.network.Point;
import org.jspecify.annotations.Nullable;

/** What one query has found so far, and the lookups that find more. */
final class Ask {
    /** With a place to measure from, so many matches of one sort are measured before the nearest are taken. */
    private static final int MOST_MEASURED = 8_000;

    private static final int MOST_READ = 120;

    private static final int MOST_CHECKED = 300;

    private static final Comparator<SearchHit> BY_WEIGHT = Comparator.comparing(
                    (SearchHit hit) -> -hit.entry().weight())
            .thenComparing(hit -> hit.metres() == null ? Integer.MAX_VALUE : hit.metres())
            .thenComparing(hit -> hit.entry().name().zh().length())
            .thenComparing(hit -> hit.entry().key());

    private final IndexView view;
    private final SearchFilter filter;
    private final int limit;
    private final Map<String, SearchHit> found = new LinkedHashMap<>();

    Ask(IndexView view, SearchFilter filter, int limit) {
        this.view = view;
        this.filter = filter;
        this.limit = limit;
    }

    /** The same question with nothing found yet. */
    Ask another() {
        return new Ask(view, filter, limit);
    }

    IndexView view() {
        return view;
    }

    SearchFilter filter() {
        return filter;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean isFull() {
        return found.size() > limit;
    }

    /** Whether what was found is so little that looser matches are worth showing. */
    boolean isPoor() {
        return found.size() < 3
                && found.values().stream().allMatch(hit -> hit.match().ordinal() >= Match.TEXT.ordinal());
    }

    static Query term(String field, String term) {
        return new TermQuery(new Term(field, term));
    }

    static Query all(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        queries.forEach(one -> all.add(one, FILTER));
        return all.build();
    }

    static Query any(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(one -> any.add(one, SHOULD));
        return any.build();
    }

    /** Every pair of neighbours of every word in one field. */
    static Query words(String field, List<String> words) {
        List<Query> grams = new ArrayList<>();
        for (String word : words) {
            for (String run : SearchText.runs(word)) {
                SearchText.grams(run).forEach(gram -> grams.add(term(field, gram)));
            }
        }
        return all(grams);
    }

    SearchHit hit(Kept candidate, Match match) {
        return new SearchHit(candidate.entry(), match, metres(candidate.entry()));
    }

    /** Takes a hit unless its entry was found by a better match. */
    void take(SearchHit hit) {
        found.putIfAbsent(hit.entry().key(), hit);
    }

    /** Reads the candidates of a query, heaviest first. False when there were more than may be read. */
    boolean read(Query query, Consumer<Kept> reader) throws IOException {
        if (isFull()) {
            return true;
        }
        int most = filter.from() == null ? Math.max(MOST_READ, 2 * limit) : MOST_MEASURED;
        int[] seen = {0};
        view.each(query, filter.kinds(), candidate -> {
            reader.accept(candidate);
            return ++seen[0] < most;
        });
        return seen[0] < most;
    }

    void look(Query query, Match match, Predicate<Kept> check) throws IOException {
        look(query, match, check, () -> true);
    }

    private void look(Query query, Match match, Predicate<Kept> check, BooleanSupplier goOn) throws IOException {
        if (isFull()) {
            return;
        }
        int most = filter.from() == null ? limit + 1 : MOST_MEASURED;
        int[] taken = {0};
        view.each(query, filter.kinds(), candidate -> {
            if (check.test(candidate) && !found.containsKey(candidate.entry().key())) {
                found.put(candidate.entry().key(), new SearchHit(candidate.entry(), match, metres(candidate.entry())));
                taken[0]++;
            }
            return taken[0] < most && goOn.getAsBoolean();
        });
    }

    /** As {@link #look}, for candidates of which few may pass: only so many are checked, heaviest first. */
    void check(Query query, Match match, Predicate<Kept> check) throws IOException {
        int[] left = {MOST_CHECKED};
        look(query, match, candidate -> left[0]-- > 0 && check.test(candidate), () -> left[0] > 0);
    }

    void look(Query query, Match match) throws IOException {
        look(query, match, candidate -> true);
    }

    /** Takes what matches the most clauses, and what matches nearly as many. */
    void best(Query query, Match match) throws IOException {
        float[] most = {0};
        view.scored(query, filter.kinds(), limit + 1, (candidate, score) -> {
            most[0] = Math.max(most[0], score);
            if (score >= most[0] * 0.6f) {
                take(hit(candidate, match));
            }
        });
    }

    private @Nullable Integer metres(SearchEntry entry) {
        Point from = filter.from();
        Point there = entry.point();
        return from == null || there == null ? null : (int) Math.round(from.metresTo(there));
    }

    SearchResults results(boolean cut, @Nullable SearchEntry place) {
        List<SearchHit> hits = found.values().stream()
                .sorted(Comparator.comparing(SearchHit::match).thenComparing(Ask::amongEquals))
                .limit(limit)
                .toList();
        return new SearchResults(hits, cut, place, found.size() > limit);
    }

    /** What was found without the name of the place stays in the order in which the rest of the query found it. */
    private static int amongEquals(SearchHit one, SearchHit other) {
        return one.match() == Match.ELSEWHERE ? 0 : BY_WEIGHT.compare(one, other);
    }
}
