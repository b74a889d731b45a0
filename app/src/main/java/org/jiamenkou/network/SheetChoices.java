package org.jiamenkou.network;

import java.util.List;
import org.jiamenkou.elements.CodeSets;
import org.jiamenkou.platform.sheets.SheetColumn;
import org.jiamenkou.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Allowed values of sheets and forms, from code sets and from messages. */
@Component
public class SheetChoices {
    private final CodeSets sets;
    private final Messages messages;

    SheetChoices(CodeSets sets, Messages messages) {
        this.sets = sets;
        this.messages = messages;
    }

    public List<SheetColumn.Choice> ofSet(String set) {
        return sets.findSet(set).stream()
                .flatMap(found -> found.codes().stream())
                .map(code -> new SheetColumn.Choice(code.code(), code.name()))
                .toList();
    }

    /** Codes whose names are messages {@code <prefix>.<code>}. */
    List<SheetColumn.Choice> ofMessages(String prefix, List<String> codes) {
        return codes.stream()
                .map(code -> new SheetColumn.Choice(code, messages.both(prefix + "." + code)))
                .toList();
    }

    /** Whether codes of room purposes count as residents' activity area unless somebody says otherwise (M-024). */
    boolean isForResidents(String purpose) {
        return sets.findSet("room-purpose")
                .flatMap(set -> set.find(purpose))
                .map(code -> code.is("resident"))
                .orElse(false);
    }
}
