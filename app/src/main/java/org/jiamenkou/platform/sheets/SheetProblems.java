package org.jiamenkou.platform.sheets;

import java.util.ArrayList;
import java.util.List;

/** Collects mistakes; counts those that are too many to list. */
public final class SheetProblems {
    private final List<SheetProblem> listed = new ArrayList<>();
    private int count;

    public void add(SheetProblem problem) {
        count++;
        if (listed.size() < CheckedSheet.MOST_LISTED) {
            listed.add(problem);
        }
    }

    public int count() {
        return count;
    }

    public List<SheetProblem> listed() {
        return List.copyOf(listed);
    }
}
