package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.util.List;
import java.util.Set;
import org.jiamenkou.architecture.Fixture.Form;

/** Items, code sets, lists and divisions are kept for the whole city. */
final class CatalogueFixtures {
    private static final Set<String> CITY = Set.of("zhou");
    private static final String ITEM = "/desk/items/residence-permit";

    private CatalogueFixtures() {}

    static List<Fixture> all() {
        return List.of(
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
