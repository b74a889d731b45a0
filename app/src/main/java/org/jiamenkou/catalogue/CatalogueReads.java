package org.jiamenkou.catalogue;

import java.util.function.Supplier;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.springframework.stereotype.Component;

/** Reads of what is public: inside a running transaction in its scope, else as the public. */
@Component
class CatalogueReads {
    private final Scoped scoped;

    CatalogueReads(Scoped scoped) {
        this.scoped = scoped;
    }

    <T> T read(Supplier<T> work) {
        return scoped.read(scope(), work);
    }

    private static Scope scope() {
        try {
            return Scoped.current();
        } catch (IllegalStateException noneRunning) {
            return PublicScope.PUBLIC;
        }
    }
}
