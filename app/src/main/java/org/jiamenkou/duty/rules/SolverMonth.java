package org.jiamenkou.duty.rules;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import java.util.List;
import org.jiamenkou.duty.DutyShift;
import org.jiamenkou.duty.RosterPlan;
import org.jiamenkou.duty.Worker;
import org.jspecify.annotations.Nullable;

/** A month as the solver sees it. */
@PlanningSolution
public class SolverMonth {
    @ProblemFactProperty
    private @Nullable RosterPlan plan;

    @ProblemFactCollectionProperty
    @ValueRangeProvider(id = "workers")
    private List<Worker> workers = List.of();

    @PlanningEntityCollectionProperty
    private List<SolverShift> entities = List.of();

    @PlanningScore
    private @Nullable HardSoftScore score;

    /** For the solver. */
    public SolverMonth() {}

    static SolverMonth of(RosterPlan plan) {
        SolverMonth month = new SolverMonth();
        month.plan = plan;
        month.workers = plan.workers();
        month.entities = plan.shifts().stream().map(SolverShift::new).toList();
        return month;
    }

    RosterPlan planned() {
        if (plan == null) {
            throw new IllegalStateException("made by the solver without a plan");
        }
        return plan.withShifts(shifts());
    }

    List<DutyShift> shifts() {
        return entities.stream().map(SolverShift::planned).toList();
    }
}
