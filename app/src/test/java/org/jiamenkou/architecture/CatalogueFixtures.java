package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jiamenkou.TestApp;
import org.jiamenkou.architecture.Fixture.Form;
import org.jiamenkou.network.DivisionEditions;
import org.jiamenkou.network.DivisionList;
import org.jiamenkou.network.EditionAnswer;
import org.jiamenkou.platform.database.SystemScope;

/** Items, code sets, lists and divisions are kept for the whole city. */
final class CatalogueFixtures {
    private static final Set<String> CITY = Set.of("zhou");
    private static final String ITEM = "/desk/items/residence-permit";

    private static final Set<String> DIVISIONS = Set.of("zhou", "zheng");

    private static String shown = "/desk/divisions";

    private CatalogueFixtures() {}

    /** Editions waiting to be laid aside, one for each who may. */
    private static String edition(TestApp app) {
        for (String login : DIVISIONS) {
            EditionAnswer answer = app.bean(DivisionEditions.class)
                    .propose(
                            new SystemScope("test"),
                            new DivisionList(
                                    new DivisionList.Title("route-" + login, new DivisionList.Source("test")),
                                    LocalDate.of(2030, 1, 1),
                                    List.of(new DivisionList.Row("310101000000", new DivisionList.Name("黄浦区"))),
                                    List.of()));
            if (answer instanceof EditionAnswer.Proposed proposed) {
                shown = "/desk/divisions/" + proposed.edition();
            }
        }
        return shown;
    }

    static List<Fixture> all(TestApp app) {
        String edition = edition(app);
        return List.of(
                staffPage("/desk/divisions", "/desk/divisions", DIVISIONS),
                staffPage("/desk/divisions/{id}", edition, DIVISIONS),
                write(
                        "/desk/divisions",
                        "/desk/divisions",
                        DIVISIONS,
                        new Form(
                                "/desk/divisions",
                                "select count(*) from network.division_editions",
                                "name",
                                "typed by {login}",
                                "source",
                                "test",
                                "asOf",
                                "2030-01-01",
                                "rows",
                                "310101,黄浦区")),
                write(
                        "/desk/divisions/decide",
                        "/desk/divisions/decide",
                        DIVISIONS,
                        new Form(
                                "/desk/divisions",
                                "select count(*) from network.division_editions where state = 'DROPPED'",
                                "edition",
                                "route-{login}",
                                "step",
                                "drop")),
                staffPage("/desk/items", "/desk/items", CITY),
                staffPage("/desk/items/new", "/desk/items/new", CITY),
                staffPage("/desk/items/{slug}", ITEM, CITY),
                staffPage("/desk/items/{slug}/edit", ITEM + "/edit", CITY),
                staffPage("/desk/items/{slug}/compare", ITEM + "/compare?older=1&newer=1", CITY),
                write(
                        "/desk/items/new",
                        "/desk/items/new",
                        CITY,
                        new Form(
                                "/desk/items/new",
                                "select count(*) from catalogue.item_drafts",
                                "slug",
                                "item-of-{login}",
                                "nameZh",
                                "测试",
                                "line",
                                "civil-affairs",
                                "then",
                                "save")),
                write(
                        "/desk/items/{slug}/edit",
                        ITEM + "/edit",
                        CITY,
                        new Form(
                                ITEM + "/edit",
                                "select count(*) from catalogue.item_drafts",
                                "slug",
                                "residence-permit",
                                "nameZh",
                                "测试 {login}",
                                "line",
                                "civil-affairs",
                                "then",
                                "save")));
    }
}
