package org.jiamenkou.network.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationChange;
import org.jiamenkou.network.StationUpkeep;
import org.jiamenkou.network.rules.WeekForm;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Idempotency;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The editor of a station's hours: a week, and dated exceptions with a reason. */
@RestController
@WithForm
class HoursPages {
    private static final int MOST_ROWS = 40;
    private static final int LONGEST_REASON = 200;

    private final DeskStations own;
    private final StationUpkeep upkeep;
    private final Schedules schedules;
    private final Pages pages;

    HoursPages(DeskStations own, StationUpkeep upkeep, Schedules schedules, Pages pages) {
        this.own = own;
        this.upkeep = upkeep;
        this.schedules = schedules;
        this.pages = pages;
    }

    @GetMapping("/desk/stations/{code}/hours")
    ResponseEntity<byte[]> form(Page page, Actor actor, @PathVariable String code) {
        Optional<Station> station = findToEdit(actor, code);
        if (station.isEmpty()) {
            return pages.notFound(page, "network.station.unknown", code);
        }
        Optional<Schedule> schedule = upkeep.findSchedule(station.get());
        WeekForm form = WeekForm.of(schedule.map(Schedule::week).orElse(List.of()));
        return show(page, HttpStatus.OK, view(station.get(), form.rows().isEmpty() ? form.withEmptyRow() : form));
    }

    @PostMapping("/desk/stations/{code}/hours")
    ResponseEntity<byte[]> save(
            Page page,
            Actor actor,
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam String key,
            @RequestParam Optional<String> add,
            HttpServletRequest request) {
        Optional<Station> found = findToEdit(actor, code);
        if (found.isEmpty()) {
            return pages.notFound(page, "network.station.unknown", code);
        }
        Station station = found.get();
        WeekForm form = typed(request);
        HoursView asTyped = with(view(station, form), version, key);
        if (add.isPresent()) {
            return show(page, HttpStatus.OK, with(view(station, form.withEmptyRow()), version, key));
        }
        WeekForm.Result result = form.read();
        if (!result.problems().isEmpty()) {
            return show(page, HttpStatus.UNPROCESSABLE_ENTITY, refused(asTyped, result.problems(), null, null));
        }
        StationChange change = upkeep.changeHours(new StationUpkeep.Edit(actor, station, version, key), result.week());
        return answer(page, change, asTyped, false);
    }

    @PostMapping("/desk/stations/{code}/exceptions")
    ResponseEntity<byte[]> addException(
            Page page,
            Actor actor,
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam String key,
            HttpServletRequest request) {
        Optional<Station> found = findToEdit(actor, code);
        if (found.isEmpty()) {
            return pages.notFound(page, "network.station.unknown", code);
        }
        HoursView.ExceptionForm typed = typedException(request);
        WeekForm week =
                WeekForm.of(upkeep.findSchedule(found.get()).map(Schedule::week).orElse(List.of()));
        HoursView asTyped = with(view(found.get(), week), version, key);
        asTyped = new HoursView(
                asTyped.station(), asTyped.form(), List.of(), version, key, asTyped.exceptions(), typed, null, null);
        Optional<OpeningException> exception = exception(typed);
        if (exception.isEmpty()) {
            return show(
                    page,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    refused(asTyped, List.of(), null, page.t("network.hours.error.exception")));
        }
        return answer(
                page,
                upkeep.addException(new StationUpkeep.Edit(actor, found.get(), version, key), exception.get()),
                asTyped,
                true);
    }

    @PostMapping("/desk/stations/{code}/exceptions/{id}/remove")
    ResponseEntity<byte[]> removeException(
            Page page,
            Actor actor,
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String key) {
        Optional<Station> found = findToEdit(actor, code);
        if (found.isEmpty()) {
            return pages.notFound(page, "network.station.unknown", code);
        }
        WeekForm week =
                WeekForm.of(upkeep.findSchedule(found.get()).map(Schedule::week).orElse(List.of()));
        return answer(
                page,
                upkeep.removeException(new StationUpkeep.Edit(actor, found.get(), version, key), id),
                view(found.get(), week),
                true);
    }

    /** The right is checked before anything is said about the station. */
    private Optional<Station> findToEdit(Actor actor, String code) {
        Optional<Station> station = own.find(actor, code);
        station.ifPresent(found -> actor.exercising(Right.EDIT_STATION_HOURS, found.place()));
        return station;
    }

    private ResponseEntity<byte[]> answer(Page page, StationChange change, HoursView asTyped, boolean exception) {
        if (change instanceof StationChange.Saved) {
            return Pages.seeOther("/desk/stations/" + asTyped.station().code() + "?saved=1");
        }
        String words = page.t(change.messageKey(), change.args());
        return show(
                page,
                HttpStatus.UNPROCESSABLE_ENTITY,
                refused(asTyped, List.of(), exception ? null : words, exception ? words : null));
    }

    private HoursView view(Station station, WeekForm form) {
        Optional<Schedule> schedule = upkeep.findSchedule(station);
        return new HoursView(
                station,
                form,
                List.of(),
                schedule.map(Schedule::version).orElse(0),
                Idempotency.freshKey(),
                station.schedule() == null ? List.of() : schedules.listExceptions(station.schedule()),
                HoursView.ExceptionForm.EMPTY,
                null,
                null);
    }

    private static HoursView with(HoursView view, int version, String key) {
        return new HoursView(
                view.station(),
                view.form(),
                view.problems(),
                version,
                key,
                view.exceptions(),
                view.exception(),
                view.general(),
                view.exceptionError());
    }

    private static HoursView refused(
            HoursView view,
            List<WeekForm.Problem> problems,
            @Nullable String general,
            @Nullable CharSequence exceptionError) {
        return new HoursView(
                view.station(),
                view.form(),
                problems,
                view.version(),
                view.key(),
                view.exceptions(),
                view.exception(),
                general,
                exceptionError == null ? null : exceptionError.toString());
    }

    private ResponseEntity<byte[]> show(Page page, HttpStatus status, HoursView view) {
        return pages.status(status, "network/hours", page, Map.of("view", view));
    }

    private static WeekForm typed(HttpServletRequest request) {
        List<WeekForm.Row> rows = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS && request.getParameter("kind." + i) != null; i++) {
            rows.add(new WeekForm.Row(
                    parameter(request, "kind." + i),
                    days(request.getParameterValues("days." + i)),
                    WeekForm.Times.of(parameter(request, "opens." + i), parameter(request, "closes." + i)),
                    parameter(request, "shift." + i)));
        }
        return new WeekForm(rows);
    }

    private static Set<Integer> days(String @Nullable [] values) {
        Set<Integer> days = new HashSet<>();
        if (values != null) {
            for (String value : values) {
                if (value.matches("[1-7]")) {
                    days.add(Integer.parseInt(value));
                }
            }
        }
        return days;
    }

    private static HoursView.ExceptionForm typedException(HttpServletRequest request) {
        String english = parameter(request, "reasonEn");
        return new HoursView.ExceptionForm(
                parameter(request, "from"),
                parameter(request, "to"),
                new HoursView.Hours(parameter(request, "opens"), new HoursView.Until(parameter(request, "closes"))),
                new HoursView.Reason(
                        parameter(request, "reason"), english.isEmpty() ? null : new HoursView.English(english)));
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        String typed = value == null ? "" : value.strip();
        return typed.substring(0, Math.min(typed.length(), LONGEST_REASON));
    }

    /** Empty when a date, the hours or the reason is missing or makes no sense. No hours mean closed. */
    private static Optional<OpeningException> exception(HoursView.ExceptionForm typed) {
        try {
            LocalDate from = LocalDate.parse(typed.from());
            String to = typed.to().toString();
            LocalDate until = to.isEmpty() ? from : LocalDate.parse(to);
            WeekForm.Times times = WeekForm.Times.of(
                    typed.hours().opens(), typed.hours().closes().text());
            boolean closed = times.from().isEmpty() && times.until().text().isEmpty();
            Optional<Span> span = WeekForm.span(times);
            if (until.isBefore(from) || typed.reason().zh().isEmpty() || !closed && span.isEmpty()) {
                return Optional.empty();
            }
            String english = typed.reason().english();
            return Optional.of(new OpeningException(
                    from,
                    until,
                    closed ? List.of() : List.of(span.orElseThrow()),
                    new LocalText(typed.reason().zh(), english.isEmpty() ? null : english)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
