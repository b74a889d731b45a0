package org.jiamenkou.network;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiamenkou.network.rules.Sheet;
import org.jiamenkou.network.rules.SubdistrictSheet;
import org.jiamenkou.network.store.DivisionStore;
import org.jiamenkou.network.store.ProfileStore;
import org.jiamenkou.network.store.RecordStore;
import org.jiamenkou.network.store.ReportStore;
import org.jiamenkou.network.store.RowWriter;
import org.jiamenkou.network.store.StationStore;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.text.PublicCode;
import org.springframework.stereotype.Component;

/**
 * A committee that comes with a new edition gets its station (M-002): with nothing else known of it, or with invented
 * particulars in the sample network. Runs in the transaction that makes the edition count.
 */
@Component
class CommitteeStations {
    private static final double[] SOMEWHERE = {121.47, 31.23};
    private static final double STEP_DEGREES = 0.0007;

    private final DivisionStore divisions;
    private final StationStore stations;
    private final RecordStore records;
    private final ReportStore reports;
    private final ProfileStore profiles;
    private final RowWriter writer;
    private final StationScheduling scheduling;
    private final Ids ids;
    private final Clock clock;
    private final Settings settings;

    CommitteeStations(
            DivisionStore divisions,
            StationStore stations,
            RecordStore records,
            ReportStore reports,
            ProfileStore profiles,
            RowWriter writer,
            StationScheduling scheduling,
            Ids ids,
            Clock clock,
            Settings settings) {
        this.divisions = divisions;
        this.stations = stations;
        this.records = records;
        this.reports = reports;
        this.profiles = profiles;
        this.writer = writer;
        this.scheduling = scheduling;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** Opens a station for each real committee that none serves. */
    void open() {
        Set<DivisionId> without = new HashSet<>(reports.listCommitteesWithoutStation());
        Map<UUID, Division> all = divisions.listDivisions().stream()
                .collect(Collectors.toMap(one -> one.id().value(), one -> one, (one, other) -> one));
        Map<UUID, List<Division>> bySubdistrict = all.values().stream()
                .filter(one -> without.contains(one.id()) && one.hasStation() && !one.retired())
                .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.subdistrictId())));
        NetworkWords words = NetworkWords.read();
        Sheet sheet = new Sheet();
        bySubdistrict.forEach((subdistrict, committees) ->
                open(sheet, words, new Task(of(all, subdistrict), committees, districtOf(all, subdistrict))));
        scheduling.open(sheet);
        writer.write(sheet);
    }

    private record Task(Division subdistrict, List<Division> committees, Division district) {}

    private static Division districtOf(Map<UUID, Division> all, UUID subdistrict) {
        return of(all, Objects.requireNonNull(of(all, subdistrict).parent()).value());
    }

    private static Division of(Map<UUID, Division> all, UUID id) {
        return Objects.requireNonNull(all.get(id));
    }

    private void open(Sheet sheet, NetworkWords words, Task task) {
        UUID subdistrict = task.subdistrict().id().value();
        SubdistrictSheet into = new SubdistrictSheet(
                sheet,
                words.stationNames(),
                new SubdistrictSheet.Setting(
                        task.subdistrict(),
                        profiles.find(task.district().id().value())
                                .map(DistrictProfile::brand)
                                .orElse(null),
                        task.district().code(),
                        words.sample(),
                        ids::next,
                        LocalDate.now(clock),
                        settings.demo()));
        Set<String> given =
                new HashSet<>(records.listCodes(List.of(subdistrict)).getOrDefault(subdistrict, List.of()));
        String prefix = Objects.requireNonNull(task.subdistrict().codePrefix());
        double[] middle = middle(stations.listIn(List.of(subdistrict)));
        int number = 0;
        for (Division committee : task.committees()) {
            while (!given.add(PublicCode.numbered(prefix, number).value())) {
                number++;
            }
            double[] place = {middle[0] + number % 7 * STEP_DEGREES, middle[1] + number % 5 * STEP_DEGREES};
            into.addStation(committee, number, place);
        }
    }

    private static double[] middle(List<Station> stations) {
        Map<Boolean, Double> sums = new HashMap<>();
        int count = 0;
        for (Station station : stations) {
            Point point = station.point();
            if (point != null) {
                sums.merge(true, point.longitude(), Double::sum);
                sums.merge(false, point.latitude(), Double::sum);
                count++;
            }
        }
        return count == 0
                ? SOMEWHERE
                : new double[] {sums.getOrDefault(true, 0.0) / count, sums.getOrDefault(false, 0.0) / count};
    }
}
