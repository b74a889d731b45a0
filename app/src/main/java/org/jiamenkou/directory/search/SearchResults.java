package org.jiamenkou.directory.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query.
 *
 * @param hits best first
 * @param cut whether the query was longer than {@link SearchEngine#LONGEST_QUERY} characters and only its beginning counted
 * @param place the place that was recognised in the query and left out of it, null when none was
 * @param more whether there are more hits than were asked for
 */
public record SearchResults(
        List<SearchHit> hits, boolean cut, @Nullable SearchEntry place, boolean more) {
    public SearchResults {
        hits = List.copyOf(hits);
    }

    /** Whether nothing matched exactly, so that the page says what it shows instead. */
    public boolean loose() {
        return !hits.isEmpty() && hits.getFirst().match().isLoose();
    }
}
