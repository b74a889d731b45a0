package org.jiamenkou.network;

import java.util.Set;
import java.util.function.Function;
import org.jiamenkou.platform.changes.ChangeVersions;
import org.jspecify.annotations.Nullable;

/**
 * A copy in memory that is made anew when the network has changed. The version is read before the data, so that a change
 * in between makes the copy stale.
 *
 * @param <T> the copy, immutable
 */
final class Kept<T> {
    private static final Set<String> MODULE = Set.of("network");

    private final ChangeVersions versions;
    private final Function<@Nullable T, T> refresh;
    private volatile @Nullable Versioned<T> kept;

    /** @param refresh makes the copy, given the one before (null at first), which it may return when nothing moved */
    Kept(ChangeVersions versions, Function<@Nullable T, T> refresh) {
        this.versions = versions;
        this.refresh = refresh;
    }

    private record Versioned<T>(long version, T copy) {}

    T get() {
        Versioned<T> have = kept;
        return have != null && have.version() == versions.of(MODULE) ? have.copy() : refreshed();
    }

    private synchronized T refreshed() {
        Versioned<T> have = kept;
        long version = versions.of(MODULE);
        if (have != null && have.version() == version) {
            return have.copy();
        }
        T fresh = refresh.apply(have == null ? null : have.copy());
        kept = new Versioned<>(version, fresh);
        return fresh;
    }
}
