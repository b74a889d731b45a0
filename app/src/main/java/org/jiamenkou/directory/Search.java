package org.jiamenkou.directory;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jiamenkou.directory.search.SearchEngine;
import org.jiamenkou.directory.search.SearchEntry;
import org.jiamenkou.directory.search.SearchFilter;
import org.jiamenkou.directory.search.SearchResults;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.ChangeConsumer;
import org.jiamenkou.platform.web.NotReadyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Search over stations, service items, advisers and places. The index lies in {@code index} of the data folder: a
 * start that finds the same entries takes it as it is, else it is built anew; from then on it follows the changes of the
 * modules it reads, and only what differs is written.
 */
@Service
public class Search implements StartupTask, ChangeConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    private final SearchEntries entries;
    private final Path folder;
    private volatile @Nullable SearchEngine engine;

    Search(SearchEntries entries, Settings settings) {
        this.entries = entries;
        this.folder = settings.data().resolve("index");
    }

    /**
     * Any text is a legal query.
     *
     * @throws NotReadyException until the index is built
     */
    public SearchResults find(String query, SearchFilter filter, int limit) {
        SearchEngine built = engine;
        if (built == null) {
            throw new NotReadyException("search");
        }
        return built.find(query, filter, limit);
    }

    /** Only searching waits for it. */
    @Override
    public boolean pagesWait() {
        return false;
    }

    /** The index is this node's own. */
    @Override
    public boolean once() {
        return false;
    }

    @Override
    public int floor() {
        return 5;
    }

    @Override
    public String nameKey() {
        return "directory.task.search";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        long started = System.nanoTime();
        List<SearchEntry> all = entries.listAll();
        SearchEngine before = engine;
        if (before != null) {
            before.close();
        }
        SearchEngine built = new SearchEngine(all, folder);
        engine = built;
        // A change between reading and building would otherwise be missed: its consumer found no engine yet.
        built.update(entries.listAll());
        LOG.info("search: {} entries indexed in {} ms", built.size(), (System.nanoTime() - started) / 1_000_000);
    }

    @PreDestroy
    void close() {
        SearchEngine built = engine;
        if (built != null) {
            built.close();
        }
    }

    @Override
    public Set<String> modules() {
        return Set.of("network", "catalogue", "elements");
    }

    @Override
    public void onChanges(List<Change> changes) {
        SearchEngine built = engine;
        if (built != null) {
            built.update(entries.listAll());
        }
    }
}
