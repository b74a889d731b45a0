package org.jiamenkou.elements;

import org.jiamenkou.TestDatabase;
import org.jiamenkou.elements.store.CodeStore;
import org.jspecify.annotations.NullMarked;

/** Code sets without Spring, loaded from the shipped file, for tests of modules above. */
@NullMarked
public final class TestCodeSets {
    private TestCodeSets() {}

    public static CodeSets over(TestDatabase database) {
        CodeStore store = new CodeStore(database.sql());
        new CodeSetFile(database.scoped(), store, database.changes(), database.clock()).run((done, total) -> {});
        return new CodeSets(database.scoped(), store, database.versions());
    }
}
