package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.architecture.Fixture.Form;
import org.jiamenkou.catalogue.ListKind;
import org.jiamenkou.catalogue.ListUpkeep;
import org.jiamenkou.catalogue.PositiveList;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.text.LocalText;

/** Lists are kept by districts for themselves and by the city. */
final class ListFixtures {
    private static final Set<String> KEEPERS = Set.of("sun", "zhou");
    private static final Set<String> CITY = Set.of("zhou");
    private static final String STATES = "select count(*) from catalogue.list_drafts";
    private static final String PUDONG = "/desk/lists/310115000000/assistance";

    private ListFixtures() {}

    static List<Fixture> all(TestApp app) {
        String seal = draft(app, ListKind.SEAL);
        String assistance = draft(app, ListKind.ASSISTANCE);
        String ban = "/desk/lists/310000000000/certificate-ban";
        return List.of(
                staffPage("/desk/lists", "/desk/lists", KEEPERS),
                staffPage("/desk/lists/{area}/{list}", PUDONG, KEEPERS),
                staffPage("/desk/lists/{area}/{list}/entries/{number}", PUDONG + "/entries/1", KEEPERS),
                write(
                        "/desk/lists/{area}/{list}/entries/{number}",
                        PUDONG + "/entries/new",
                        KEEPERS,
                        new Form(PUDONG + "/entries/new", STATES, "name_zh", "演练 {login}")),
                write(
                        "/desk/lists/{area}/{list}/entries/{number}/remove",
                        ban + "/entries/3/remove",
                        CITY,
                        new Form(ban, STATES)),
                write("/desk/lists/{area}/{list}/discard", seal + "/discard", CITY, new Form(seal, STATES)),
                write(
                        "/desk/lists/{area}/{list}/publish",
                        assistance + "/publish",
                        CITY,
                        new Form(
                                assistance,
                                "select count(*) from catalogue.list_versions",
                                "version",
                                "演练 {login}",
                                "name_zh",
                                "演练",
                                "from",
                                "2030-01-01",
                                "source",
                                "演练")));
    }

    /** An open draft of one of the city's lists. */
    private static String draft(TestApp app, ListKind list) {
        ListUpkeep upkeep = app.bean(ListUpkeep.class);
        Actor somebody = new Actor(UUID.randomUUID(), "演练", Map.of(Right.EDIT_LISTS, new Areas.Everywhere()), Set.of());
        ListUpkeep.Which which =
                upkeep.find(somebody, "310000000000", list.code()).orElseThrow();
        upkeep.change(
                somebody,
                which,
                new ListUpkeep.EntryChange(
                        9000, new PositiveList.Entry(9000, LocalText.of("演练"), null, null, null), true, 0));
        return "/desk/lists/310000000000/" + list.code();
    }
}
