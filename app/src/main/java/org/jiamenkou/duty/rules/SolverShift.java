package org.jiamenkou.duty.rules;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jiamenkou.duty.DutyShift;
import org.jiamenkou.duty.Worker;
import org.jspecify.annotations.Nullable;

/** A shift as the solver moves people in it. */
@PlanningEntity
public class SolverShift {
    @PlanningId
    private String id = "";

    private @Nullable DutyShift shift;

    @PlanningVariable(valueRangeProviderRefs = "workers", allowsUnassigned = true)
    private @Nullable Worker a;

    @PlanningVariable(valueRangeProviderRefs = "workers", allowsUnassigned = true)
    private @Nullable Worker b;

    /** For the solver. */
    public SolverShift() {}

    SolverShift(DutyShift shift) {
        this.id = shift.id().toString();
        this.shift = shift;
    }

    DutyShift planned() {
        if (shift == null) {
            throw new IllegalStateException("made by the solver without a shift");
        }
        return shift.withA(a == null ? null : a.id()).withB(b == null || b.equals(a) ? null : b.id());
    }

    public String getId() {
        return id;
    }

    public @Nullable Worker getA() {
        return a;
    }

    public void setA(@Nullable Worker worker) {
        a = worker;
    }

    public @Nullable Worker getB() {
        return b;
    }

    public void setB(@Nullable Worker worker) {
        b = worker;
    }
}
