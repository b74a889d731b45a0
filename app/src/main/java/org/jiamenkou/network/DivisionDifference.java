package org.jiamenkou.network;

import java.util.List;

/**
 * One line of the difference list between the divisions held and a proposed edition.
 *
 * @param inferred guessed from the names, not said by the edition; whoever confirms looks at these first
 */
public record DivisionDifference(
        Kind kind,
        List<String> oldCodes,
        List<String> newCodes,
        List<String> oldNames,
        List<String> newNames,
        boolean inferred) {
    public DivisionDifference {
        oldCodes = List.copyOf(oldCodes);
        newCodes = List.copyOf(newCodes);
        oldNames = List.copyOf(oldNames);
        newNames = List.copyOf(newNames);
    }

    public enum Kind {
        ADDED,
        REMOVED,
        RENAMED,
        RECODED,
        SPLIT,
        MERGED
    }
}
