package org.jiamenkou.directory.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** The index. Documents lie in order of weight, so that the first ones found are the ones asked for most. */
final class EntryIndex {
    static final String KIND = "kind";
    static final String ORDINAL = "ordinal";
    private static final String WEIGHT = "weight";
    private static final String FINGERPRINT = "fingerprint";
    private static final FieldType TERMS = terms();

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, SearchEntry> byKey = new HashMap<>();
    private volatile Kept[] kept = new Kept[0];
    private volatile Map<String, SearchEntry> places = Map.of();
    private int next;

    /**
     * @param folder where the index of the last start lies, if it may be used again; null to build it in memory
     */
    EntryIndex(Collection<SearchEntry> entries, @Nullable Path folder) {
        List<SearchEntry> sorted =
                entries.stream().sorted(Comparator.comparing(SearchEntry::key)).toList();
        try {
            String fingerprint = Fingerprint.of(sorted);
            Directory directory = folder == null ? new ByteBuffersDirectory() : open(folder);
            boolean usable = fingerprint.equals(fingerprintOf(directory));
            writer = new IndexWriter(
                    directory,
                    settings(usable ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE));
            if (usable) {
                remember(sorted);
            } else {
                add(sorted);
                writer.forceMerge(1);
                writer.setLiveCommitData(Map.of(FINGERPRINT, fingerprint).entrySet());
                writer.commit();
            }
            places = placesOf(sorted);
            searchers = new SearcherManager(writer, new PlainSearchers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of several places of one name the heaviest. */
    private static Map<String, SearchEntry> placesOf(Collection<SearchEntry> entries) {
        Map<String, SearchEntry> found = new HashMap<>();
        for (SearchEntry entry : entries) {
            if (EntryKind.PLACES.contains(entry.kind())) {
                remember(found, entry.name().zh(), entry);
                entry.aliases().forEach(alias -> remember(found, alias, entry));
            }
        }
        return found;
    }

    private static void remember(Map<String, SearchEntry> places, String name, SearchEntry entry) {
        places.merge(SearchText.joined(name), entry, (one, other) -> other.weight() > one.weight() ? other : one);
    }

    /** Another node may be using the folder; then this one keeps its index in memory. */
    private static Directory open(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try (Lock free = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            free.ensureValid();
            return directory;
        } catch (LockObtainFailedException inUse) {
            directory.close();
            return new ByteBuffersDirectory();
        }
    }

    /** What the index in the folder was built from; empty when there is none, or none that can be read. */
    private static String fingerprintOf(Directory directory) {
        try {
            return DirectoryReader.indexExists(directory)
                    ? SegmentInfos.readLatestCommit(directory).getUserData().getOrDefault(FINGERPRINT, "")
                    : "";
        } catch (IOException | IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static IndexWriterConfig settings(IndexWriterConfig.OpenMode mode) {
        IndexWriterConfig settings = new IndexWriterConfig(new KeywordAnalyzer());
        settings.setIndexSort(new Sort(new SortField(WEIGHT, SortField.Type.DOUBLE, true)));
        settings.setRAMBufferSizeMB(256);
        settings.setOpenMode(mode);
        settings.setCommitOnClose(false);
        return settings;
    }

    private static final class PlainSearchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            searcher.setSimilarity(new BooleanSimilarity());
            return searcher;
        }
    }

    /** The documents lie in the index already, numbered in this order. */
    private void remember(List<SearchEntry> sorted) {
        Kept[] room = new Kept[sorted.size()];
        for (SearchEntry entry : sorted) {
            room[next++] = Kept.of(entry, EntryTerms.textsOf(entry));
            byKey.put(entry.key(), entry);
        }
        kept = room;
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
            if (!changed.isEmpty() || !gone.isEmpty()) {
                places = placesOf(entries);
            }
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
            room[next] = Kept.of(entry, terms);
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

    void close() {
        try {
            searchers.close();
            writer.close();
            writer.getDirectory().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return byKey.size();
    }

    <T> T search(Reading<T> work) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return work.with(new IndexView(searcher, new TermLookups(searcher.getIndexReader()), kept, places));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T with(IndexView view) throws IOException;
    }
}
