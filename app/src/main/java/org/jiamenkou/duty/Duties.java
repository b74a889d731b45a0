package org.jiamenkou.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiamenkou.duty.store.RosterStore;
import org.jiamenkou.duty.store.WorkerStore;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who is on duty, for other modules, the public page and the routing of calls. Names are public by office. */
@Service
public class Duties {
    private static final SystemScope SCOPE = new SystemScope("duty.on-duty");

    private final Scoped scoped;
    private final RosterStore rosters;
    private final WorkerStore workers;
    private final Stations stations;
    private final Clock clock;

    Duties(Scoped scoped, RosterStore rosters, WorkerStore workers, Stations stations, Clock clock) {
        this.scoped = scoped;
        this.rosters = rosters;
        this.workers = workers;
        this.stations = stations;
        this.clock = clock;
    }

    /**
     * Who is on duty at this moment; empty when nobody is known to be. A call to the station's phone goes to the first.
     *
     * @param stationCode public code as typed
     */
    public List<OnDuty> onDuty(String stationCode, Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, clock.getZone());
        int minute = local.toLocalTime().toSecondOfDay() / 60;
        return stations.findByCode(stationCode)
                .map(station -> list(station, local.toLocalDate(), local.toLocalDate()).stream()
                        .filter(one -> one.span().contains(minute) && one.a() != null)
                        .toList())
                .orElse(List.of());
    }

    /** Who is on duty on these days, in order; empty where no roster is published. */
    public List<OnDuty> list(Station station, LocalDate from, LocalDate to) {
        return scoped.read(SCOPE, () -> {
            Map<UUID, Worker> byId = new HashMap<>();
            workers.list(station.id(), from).forEach(one -> byId.put(one.id(), one));
            List<Absence> absences = workers.listAbsences(station.id(), from, to);
            List<OnDuty> found = new ArrayList<>();
            for (DutyShift shift : rosters.listPublished(station.id(), from, to)) {
                Worker a = present(byId, absences, shift.a(), shift.day());
                Worker b = present(byId, absences, shift.b(), shift.day());
                boolean substituted = a == null && b != null;
                found.add(new OnDuty(
                        shift.day(),
                        shift.span(),
                        substituted ? b : a,
                        substituted ? null : b,
                        substituted,
                        station.phone()));
            }
            return found;
        });
    }

    private static @Nullable Worker present(
            Map<UUID, Worker> byId, List<Absence> absences, @Nullable UUID worker, LocalDate day) {
        boolean away = absences.stream()
                .anyMatch(one -> one.worker().equals(worker) && one.kind() != AbsenceKind.WISH && one.covers(day));
        return worker == null || away ? null : byId.get(worker);
    }
}
