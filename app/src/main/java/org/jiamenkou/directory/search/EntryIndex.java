package org.jiamenkou.directory.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
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
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The index in memory. Documents lie in order of weight, so that the first ones found are the ones asked for most. */
final class EntryIndex {
    private static final String KIND = "kind";
    private static final String ORDINAL = "ordinal";
    private static final String WEIGHT = "weight";
    private static final FieldType TERMS = terms();

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, SearchEntry> byKey = new HashMap<>();
    private volatile Kept[] kept = new Kept[0];
    private int next;

    /** What is kept beside the index to check a candidate and to show it. */
    record Kept(SearchEntry entry, String nameText, String aliasText, String allText) {}

    EntryIndex(Collection<SearchEntry> entries) {
        try {
            IndexWriterConfig settings = new IndexWriterConfig(new KeywordAnalyzer());
            settings.setIndexSort(new Sort(new SortField(WEIGHT, SortField.Type.DOUBLE, true)));
            settings.setRAMBufferSizeMB(256);
            writer = new IndexWriter(new ByteBuffersDirectory(), settings);
            add(entries);
            writer.forceMerge(1);
            searchers = new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(
                        org.apache.lucene.index.IndexReader reader,
                        org.apache.lucene.index.@Nullable IndexReader previous) {
                    IndexSearcher searcher = new IndexSearcher(reader);
                    searcher.setQueryCache(null);
                    searcher.setSimilarity(new BooleanSimilarity());
                    return searcher;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FieldType terms() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /** Makes the index hold exactly these entries; only what differs is written. Returns how many differed. */
    synchronized int update(Collection<SearchEntry> entries) {
        try {
            Map<String, SearchEntry> gone = new HashMap<>(byKey);
            Map<String, SearchEntry> changed = new HashMap<>();
            for (SearchEntry entry : entries) {
                if (!entry.equals(gone.remove(entry.key()))) {
                    changed.put(entry.key(), entry);
                }
            }
            for (String key : gone.keySet()) {
                writer.deleteDocuments(new Term(EntryTerms.KEY, key));
                byKey.remove(key);
            }
            add(changed.values());
            searchers.maybeRefreshBlocking();
            return gone.size() + changed.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Collection<SearchEntry> entries) throws IOException {
        Kept[] room = Arrays.copyOf(kept, next + entries.size());
        for (SearchEntry entry : entries) {
            EntryTerms terms = new EntryTerms(entry);
            room[next] = new Kept(entry, terms.nameText, terms.aliasText, terms.allText);
            Document document = document(entry, terms, next);
            if (byKey.put(entry.key(), entry) == null) {
                writer.addDocument(document);
            } else {
                writer.updateDocument(new Term(EntryTerms.KEY, entry.key()), document);
            }
            next++;
        }
        kept = room;
    }

    private static Document document(SearchEntry entry, EntryTerms terms, int ordinal) {
        Document document = new Document();
        document.add(new StringField(EntryTerms.KEY, entry.key(), Field.Store.NO));
        document.add(new StringField(KIND, entry.kind().name(), Field.Store.NO));
        document.add(new NumericDocValuesField(ORDINAL, ordinal));
        document.add(new DoubleDocValuesField(WEIGHT, entry.weight()));
        field(document, EntryTerms.NAME, terms.name);
        field(document, EntryTerms.ALIAS, terms.alias);
        field(document, EntryTerms.PREFIX, terms.prefix);
        field(document, EntryTerms.NAMES, terms.names);
        field(document, EntryTerms.ALIASES, terms.aliases);
        field(document, EntryTerms.WORDS, terms.words);
        field(document, EntryTerms.SOUNDS, terms.sounds);
        field(document, EntryTerms.SLIPS, terms.slips);
        return document;
    }

    private static void field(Document document, String name, Collection<String> terms) {
        document.add(new Field(name, new ListedTerms(terms), TERMS));
    }

    int size() {
        return byKey.size();
    }

    <T> T search(Reading<T> work) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return work.with(new View(searcher, kept));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T with(View view) throws IOException;
    }

    /** The index as it stands during one query. */
    record View(IndexSearcher searcher, Kept[] kept) {
        boolean has(String field, String term) throws IOException {
            return searcher.getIndexReader().docFreq(new Term(field, term)) > 0;
        }

        /** Hands over what matches, heaviest first, until the sink has had enough. */
        void each(Query query, Set<EntryKind> kinds, Predicate<Kept> sink) throws IOException {
            Query wanted = kinds.isEmpty() ? query : filtered(query, kinds);
            Weight weight = searcher.createWeight(searcher.rewrite(wanted), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Scorer scorer = weight.scorer(leaf);
                if (scorer == null) {
                    continue;
                }
                DocIdSetIterator at = scorer.iterator();
                NumericDocValues ordinals = leaf.reader().getNumericDocValues(ORDINAL);
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
                            .add(query, org.apache.lucene.search.BooleanClause.Occur.MUST)
                            .add(anyOf(kinds), FILTER)
                            .build();
            for (ScoreDoc hit : searcher.search(wanted, most).scoreDocs) {
                var leaves = searcher.getIndexReader().leaves();
                LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
                NumericDocValues ordinals = leaf.reader().getNumericDocValues(ORDINAL);
                if (ordinals.advanceExact(hit.doc - leaf.docBase)) {
                    sink.accept(kept[(int) ordinals.longValue()], hit.score);
                }
            }
        }

        private static Query anyOf(Set<EntryKind> kinds) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            kinds.forEach(kind -> any.add(
                    new TermQuery(new Term(KIND, kind.name())), org.apache.lucene.search.BooleanClause.Occur.SHOULD));
            return any.build();
        }

        static Query filtered(Query query, Set<EntryKind> kinds) {
            return new BooleanQuery.Builder()
                    .add(query, FILTER)
                    .add(anyOf(kinds), FILTER)
                    .build();
        }
    }
}
