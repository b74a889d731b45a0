package org.jiamenkou.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jiamenkou.directory.search.SearchEntry;

/** The peer of search: Lucene as it comes, one field, pairs of neighbours, all of them wanted, ranked by BM25. */
final class PlainBigramSearch {
    private static final String TEXT = "text";
    private static final String KEY = "key";

    private final Analyzer analyzer = new CJKAnalyzer();
    private final IndexSearcher searcher;

    PlainBigramSearch(Collection<SearchEntry> entries) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (SearchEntry entry : entries) {
                Document document = new Document();
                document.add(new StoredField(KEY, entry.key()));
                String english = entry.name().en();
                document.add(new TextField(
                        TEXT,
                        entry.name().zh()
                                + '\n'
                                + (english == null ? "" : english)
                                + '\n'
                                + String.join("\n", entry.aliases())
                                + '\n'
                                + entry.place()
                                + '\n'
                                + entry.text(),
                        Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setQueryCache(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys of what matches, best first. */
    List<String> find(String query, int limit) {
        Query parsed = new QueryBuilder(analyzer).createBooleanQuery(TEXT, query, BooleanClause.Occur.MUST);
        if (parsed == null) {
            return List.of();
        }
        try {
            TopDocs top = searcher.search(parsed, limit);
            List<String> keys = new ArrayList<>();
            for (ScoreDoc hit : top.scoreDocs) {
                keys.add(searcher.storedFields().document(hit.doc).get(KEY));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
