package org.jiamenkou.access;

import java.util.List;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * A kind of rows that staff bring in and take out by sheet: stations, rooms. A module offers one as a bean; pages, checks,
 * preview, confirmation and audit come from here. Every method runs inside a transaction.
 */
public interface SheetKind {
    /** In addresses: {@code stations}. */
    String code();

    /** The right that is exercised by confirming. */
    Right right();

    /** Kinds are listed in rising order; leave gaps. */
    int order();

    /** Its columns, with the values allowed today. */
    SheetForm form();

    /**
     * Compares rows with what is stored.
     *
     * @param rows without mistakes of form
     * @return a plan whose writing throws {@link ChangedMeanwhileException} when a row is no longer as it was read
     */
    SheetPlan plan(Actor actor, List<SheetRow> rows);

    /** All rows where the actor holds the right, in normal form, in the order of the form. */
    List<@Nullable String[]> export(Actor actor);
}
