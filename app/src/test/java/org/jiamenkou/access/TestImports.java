package org.jiamenkou.access;

import java.util.List;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.platform.sheets.StagedSheets;
import org.jiamenkou.platform.web.TestMessages;
import org.jspecify.annotations.NullMarked;

/** Imports without Spring. */
@NullMarked
public final class TestImports {
    private TestImports() {}

    public static Imports over(TestDatabase database, List<SheetKind> kinds) {
        return new Imports(
                database.scoped(),
                new StagedSheets(database.sql(), database.scoped(), database.clock()),
                TestMessages.all(),
                database.audit(),
                database.ids(),
                kinds);
    }
}
