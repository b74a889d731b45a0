package org.jiamenkou.network.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiamenkou.access.Actor;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.StationCount;
import org.jiamenkou.network.StationReports;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The network as a whole: counts by type, district and date, gaps and overlaps (M-005, M-006, M-031). The form is that of signing out. */
@RestController
@WithForm
class ReportPages {
    private final StationReports reports;
    private final Divisions divisions;
    private final CodeNames codes;
    private final Pages pages;
    private final Clock clock;

    ReportPages(StationReports reports, Divisions divisions, CodeNames codes, Pages pages, Clock clock) {
        this.reports = reports;
        this.divisions = divisions;
        this.codes = codes;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/desk/reports")
    ResponseEntity<byte[]> show(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String subdistrict) {
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate day = day(on).orElseGet(() -> {
            errors.put("on", page.t("network.reports.error.day"));
            return LocalDate.now(clock);
        });
        Optional<Division> chosen =
                divisions.find(subdistrict.strip()).filter(division -> division.kind() == DivisionKind.SUBDISTRICT);
        if (chosen.isEmpty() && !subdistrict.isBlank()) {
            errors.put("subdistrict", page.t("network.reports.error.subdistrict"));
        }
        List<DistrictCounts> counts = counts(day);
        Map<String, Object> model = new HashMap<>();
        model.put("errors", errors);
        model.put("on", on.isBlank() ? day.toString() : on);
        model.put("counts", counts);
        model.put(
                "types",
                counts.stream()
                        .flatMap(one -> one.byType().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList());
        model.put("gaps", reports.listCommitteesWithoutStation());
        model.put("subdistricts", divisions.list(DivisionKind.SUBDISTRICT));
        model.put("chosen", chosen.orElse(null));
        model.put("overlaps", chosen.map(one -> reports.listOverlaps(one.id())).orElse(List.of()));
        model.put("codes", codes);
        model.put("divisions", divisions);
        return pages.status(
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY, "network/reports", page, model);
    }

    private Optional<LocalDate> day(String typed) {
        if (typed.isBlank()) {
            return Optional.of(LocalDate.now(clock));
        }
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private List<DistrictCounts> counts(LocalDate day) {
        List<StationCount> computed = reports.countByDistrict(day);
        List<StationCount> declared = reports.listDeclared();
        return divisions.listDistricts().stream()
                .map(district -> {
                    Map<String, Integer> byType = new TreeMap<>();
                    computed.stream()
                            .filter(one -> one.area().equals(district.id()) && one.type() != null)
                            .forEach(one -> byType.put(String.valueOf(one.type()), one.count()));
                    return new DistrictCounts(
                            district,
                            byType,
                            declared.stream()
                                    .filter(one -> one.area().equals(district.id()))
                                    .toList());
                })
                .toList();
    }
}
