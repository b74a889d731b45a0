package org.jiamenkou.directory.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * The index as it stands during one query.
 *
 * @param places names and other names of places, in comparable form
 */
record IndexView(IndexSearcher searcher, TermLookups lookups, Kept[] kept, Map<String, SearchEntry> places) {
    boolean has(String field, String term) throws IOException {
        return lookups.has(new Term(field, term));
    }

    /** Hands over what matches, heaviest first, until the sink has had enough. */
    void each(Query query, Set<EntryKind> kinds, Predicate<Kept> sink) throws IOException {
        Query wanted = lookups.resolved(kinds.isEmpty() ? query : filtered(query, kinds));
        if (wanted == null) {
            return;
        }
        Weight weight = searcher.createWeight(searcher.rewrite(wanted), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            DocIdSetIterator at = scorer.iterator();
            NumericDocValues ordinals = leaf.reader().getNumericDocValues(EntryIndex.ORDINAL);
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = at.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = at.nextDoc()) {
                if ((live == null || live.get(doc))
                        && ordinals.advanceExact(doc)
                        && !sink.test(kept[(int) ordinals.longValue()])) {
                    break;
                }
            }
        }
    }

    /** Hands over the best matches, best first, with the number of clauses they match. */
    void scored(Query query, Set<EntryKind> kinds, int most, BiConsumer<Kept, Float> sink) throws IOException {
        Query wanted = kinds.isEmpty()
                ? query
                : new BooleanQuery.Builder()
                        .add(query, MUST)
                        .add(anyOf(kinds), FILTER)
                        .build();
        Query known = lookups.resolved(wanted);
        if (known == null) {
            return;
        }
        for (ScoreDoc hit : searcher.search(known, most).scoreDocs) {
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            NumericDocValues ordinals = leaf.reader().getNumericDocValues(EntryIndex.ORDINAL);
            if (ordinals.advanceExact(hit.doc - leaf.docBase)) {
                sink.accept(kept[(int) ordinals.longValue()], hit.score);
            }
        }
    }

    private static Query anyOf(Set<EntryKind> kinds) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        kinds.forEach(kind -> any.add(new TermQuery(new Term(EntryIndex.KIND, kind.name())), SHOULD));
        return any.build();
    }

    static Query filtered(Query query, Set<EntryKind> kinds) {
        return new BooleanQuery.Builder()
                .add(query, FILTER)
                .add(anyOf(kinds), FILTER)
                .build();
    }
}
