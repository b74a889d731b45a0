package org.jiamenkou.network;

import java.util.List;
import org.jiamenkou.elements.CodeSets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The units a template asks for, from the code set {@code template-unit}. */
@Component
class TemplateUnits {
    private final CodeSets codeSets;

    TemplateUnits(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    List<StationDetails.Unit> of(@Nullable String template) {
        if (template == null) {
            return List.of();
        }
        return codeSets.findSet("template-unit").stream()
                .flatMap(set -> set.codes().stream())
                .filter(code -> template.equals(code.parent()))
                .map(code -> new StationDetails.Unit(code.code(), code.is("mandatory"), false))
                .toList();
    }
}
