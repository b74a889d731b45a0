package org.jiamenkou.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jiamenkou.catalogue.rules.GuideRules;
import org.springframework.stereotype.Component;

/** The rules a version must pass before it is published, with the words and codes they look at. */
@Component
class ContentRules {
    private final GuideRules.Words words = CatalogueDefaults.read().words();
    private final KnownCodes codes;

    ContentRules(KnownCodes codes) {
        this.codes = codes;
    }

    List<GuideRefusal> refusals(ItemContent content) {
        List<GuideRefusal> refusals = new ArrayList<>(GuideRules.refusals(content, words));
        refusals.addAll(GuideRules.codes(content, codes.byField()));
        return refusals;
    }
}
