package org.jiamenkou.duty.rules;

import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiamenkou.duty.Absence;
import org.jiamenkou.duty.Breach;
import org.jiamenkou.duty.DutyShift;
import org.jiamenkou.duty.RosterPlan;

/** Better is: breaks no limit of a worker, leaves no gap, keeps wishes, shares the hours. */
public class SolverScore implements EasyScoreCalculator<SolverMonth, HardSoftScore> {
    /** A gap is rather left and named than a person overworked. */
    private static final int LIMIT_BROKEN = 20;

    private static final int GAP = 5;
    private static final int WISH_BROKEN = 200;
    private static final int MINUTES_PER_HOUR = 60;

    @Override
    public HardSoftScore calculateScore(SolverMonth month) {
        RosterPlan plan = month.planned();
        int hard = 0;
        for (Breach one : RosterRules.breaches(plan)) {
            hard += one.kind() == Breach.Kind.GAP ? GAP : one.kind().isGap() ? 1 : LIMIT_BROKEN;
        }
        return HardSoftScore.of(-hard, -unfair(plan));
    }

    private static int unfair(RosterPlan plan) {
        Map<UUID, Integer> minutes = new HashMap<>();
        Map<UUID, Integer> standIns = new HashMap<>();
        int cost = 0;
        for (DutyShift shift : plan.shifts()) {
            if (shift.a() != null) {
                minutes.merge(shift.a(), shift.span().minutes(), Integer::sum);
            }
            if (shift.b() != null) {
                standIns.merge(shift.b(), 1, Integer::sum);
            }
            for (Absence one : plan.absences()) {
                if (one.worker().equals(shift.a()) && one.covers(shift.day())) {
                    cost += WISH_BROKEN;
                }
            }
        }
        for (int one : minutes.values()) {
            int hours = one / MINUTES_PER_HOUR;
            cost += hours * hours / MINUTES_PER_HOUR;
        }
        for (int one : standIns.values()) {
            cost += one * one / MINUTES_PER_HOUR;
        }
        return cost;
    }
}
