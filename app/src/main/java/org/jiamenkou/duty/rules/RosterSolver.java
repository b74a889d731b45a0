package org.jiamenkou.duty.rules;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jiamenkou.duty.DutyShift;
import org.jiamenkou.duty.RosterPlan;

/** Proposes a roster with Timefold; what it keeps are {@link RosterRules}, called for each try. */
public final class RosterSolver {
    private RosterSolver() {}

    /**
     * @param seconds at most; ends earlier when nothing got better for a third of it
     * @param stopped asked whenever a better roster is found
     * @return the best found: shifts with people
     */
    public static List<DutyShift> propose(RosterPlan plan, int seconds, BooleanSupplier stopped) {
        if (plan.workers().isEmpty() || plan.shifts().isEmpty()) {
            return plan.shifts();
        }
        SolverConfig config = new SolverConfig(RosterSolver.class.getClassLoader())
                .withSolutionClass(SolverMonth.class)
                .withEntityClasses(SolverShift.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withEasyScoreCalculatorClass(SolverScore.class))
                .withTerminationConfig(new TerminationConfig()
                        .withSecondsSpentLimit((long) seconds)
                        .withUnimprovedMillisecondsSpentLimit(seconds * 1000L / 3));
        Solver<SolverMonth> solver = SolverFactory.<SolverMonth>create(config).buildSolver();
        solver.addEventListener(event -> {
            if (stopped.getAsBoolean()) {
                solver.terminateEarly();
            }
        });
        return solver.solve(SolverMonth.of(plan)).shifts();
    }
}
