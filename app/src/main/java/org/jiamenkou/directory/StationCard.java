package org.jiamenkou.directory;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.calendar.DayKind;
import org.jiamenkou.calendar.DaySpan;
import org.jiamenkou.calendar.OpenState;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Station;
import org.jspecify.annotations.Nullable;

/**
 * A station as it stands at a moment: whether it is open, what can be done there.
 *
 * @param path from the city down to the division it lies in
 * @param video whether remote assisted service can be had now; null when the station offers none
 * @param week today and the six days after it
 * @param offerings with what is not taken on
 * @param ways state of each way with hours of its own, by {@code slug + " " + way code}
 * @param until the first moment at which this may be wrong
 */
public record StationCard(
        Station station,
        List<Division> path,
        OpenState state,
        @Nullable OpenState video,
        List<Day> week,
        List<Offering> offerings,
        Map<String, OpenState> ways,
        LocalDateTime now,
        LocalDateTime until) {
    public StationCard {
        path = List.copyOf(path);
        week = List.copyOf(week);
        offerings = List.copyOf(offerings);
        ways = Map.copyOf(ways);
    }

    /**
     * A day's hours.
     *
     * @param kind null beyond the loaded years, when the hours are not known
     * @param reason why a dated exception holds, null on an ordinary day
     */
    public record Day(
            LocalDate date,
            @Nullable DayKind kind,
            List<DaySpan> spans,
            org.jiamenkou.platform.text.@Nullable LocalText reason) {}

    public List<Offering> available() {
        return offerings.stream().filter(Offering::isAvailable).toList();
    }

    private Optional<Division> at(DivisionKind kind) {
        return path.stream().filter(one -> one.kind() == kind).findFirst();
    }

    public @Nullable Division district() {
        return at(DivisionKind.DISTRICT).orElse(null);
    }

    public @Nullable Division subdistrict() {
        return at(DivisionKind.SUBDISTRICT).orElse(null);
    }

    public @Nullable Division committee() {
        return at(DivisionKind.COMMITTEE).orElse(null);
    }
}
