package org.jiamenkou.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The units a template asks for, from the code set {@code template-unit}. */
@Component
class TemplateUnits {
    List<StationDetails.Unit> of(@Nullable String template) {
        return List.of();
    }
}
