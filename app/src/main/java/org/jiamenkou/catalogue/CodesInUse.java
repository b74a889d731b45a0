package org.jiamenkou.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiamenkou.elements.Code;
import org.jiamenkou.elements.CodeSets;
import org.springframework.stereotype.Component;

/** The codes of the sets of {@code elements}, and the few that this module adds. */
@Component
class CodesInUse implements KnownCodes {
    private final CodeSets sets;

    CodesInUse(CodeSets sets) {
        this.sets = sets;
    }

    @Override
    public Map<String, Set<String>> byField() {
        return Map.of(
                "class", of(CodeSets.SERVICE_CLASS),
                "line", of("functional-line"),
                "scene", of("scene"),
                "focus", of("focus"),
                "deliveredAt", of("station-type", "centre"),
                "decidedBy", of("centre-kind", "committee", "department"));
    }

    private Set<String> of(String set, String... more) {
        Set<String> codes = new TreeSet<>(Set.of(more));
        sets.getSet(set).codes().stream().map(Code::code).forEach(codes::add);
        return codes;
    }
}
