package org.jiamenkou.elements;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.elements.store.CodeStore;
import org.jiamenkou.platform.changes.ChangeVersions;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** All code sets, kept in memory until the module changes. They may be asked for inside and outside a transaction. */
@Service
public class CodeSets {
    /** The canonical set to which every district's classes map. */
    public static final String SERVICE_CLASS = "service-class";

    private static final Set<String> MODULE = Set.of("elements");

    private final Scoped scoped;
    private final CodeStore codes;
    private final ChangeVersions versions;
    private volatile @Nullable Copy copy;

    CodeSets(Scoped scoped, CodeStore codes, ChangeVersions versions) {
        this.scoped = scoped;
        this.codes = codes;
        this.versions = versions;
    }

    private record Copy(long version, Map<String, CodeSet> sets) {}

    /** @throws NoSuchElementException when there is no such set */
    public CodeSet getSet(String name) {
        return findSet(name).orElseThrow(() -> new NoSuchElementException("no code set " + name));
    }

    public Optional<CodeSet> findSet(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /** Every set, in the order of the file. */
    public List<CodeSet> listSets() {
        return List.copyOf(all().values());
    }

    /**
     * The canonical classes a class of a district's taxonomy stands for, in the order of its mapping; a canonical class
     * stands for itself.
     *
     * @throws NoSuchElementException when the set or the code does not exist
     */
    public List<Code> canonical(CodeSet set, String code) {
        CodeSet classes = getSet(SERVICE_CLASS);
        return set.code().equals(SERVICE_CLASS)
                ? List.of(classes.get(code))
                : set.get(code).mapsTo().stream().map(classes::get).toList();
    }

    /** The version is read before the data, so that a change in between makes the copy stale. */
    private Map<String, CodeSet> all() {
        Copy kept = copy;
        long version = versions.of(MODULE);
        if (kept == null || kept.version() != version) {
            kept = new Copy(version, scoped.read(reader(), codes::listSets));
            copy = kept;
        }
        return kept.sets();
    }

    private static Scope reader() {
        try {
            return Scoped.current();
        } catch (IllegalStateException noneRunning) {
            return PublicScope.PUBLIC;
        }
    }
}
