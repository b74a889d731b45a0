package org.jiamenkou.network.web;

import org.jiamenkou.elements.CodeSets;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.stereotype.Component;

/** Names of codes, for templates. */
@Component
public class CodeNames {
    private final CodeSets sets;

    CodeNames(CodeSets sets) {
        this.sets = sets;
    }

    /** The name of a code; the code itself where the set does not know it. */
    public LocalText of(String set, CharSequence code) {
        return sets.findSet(set)
                .flatMap(found -> found.find(code.toString()))
                .map(one -> one.name())
                .orElseGet(() -> LocalText.of(code.toString()));
    }
}
