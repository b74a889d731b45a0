package org.jiamenkou.directory.search;

import java.util.Set;
import org.jiamenkou.network.Point;
import org.jspecify.annotations.Nullable;

/**
 * What may be found, and from where one asks.
 *
 * @param kinds empty for all
 * @param from where one asks, in WGS-84: among equal matches the nearer comes first; null when not known
 */
public record SearchFilter(Set<EntryKind> kinds, @Nullable Point from) {
    public static final SearchFilter ALL = new SearchFilter(Set.of(), null);

    public SearchFilter {
        kinds = Set.copyOf(kinds);
    }

    public static SearchFilter of(EntryKind kind) {
        return new SearchFilter(Set.of(kind), null);
    }
}
