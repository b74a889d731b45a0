package org.jiamenkou.catalogue;

import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ContentRules {
    List<GuideRefusal> refusals(ItemContent content) {
        return List.of();
    }
}
