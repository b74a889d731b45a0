package org.jiamenkou.network.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.Post;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationChange;
import org.jiamenkou.network.StationDetails;
import org.jiamenkou.network.StationUpkeep;
import org.jiamenkou.network.Stations;
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

/** Who is responsible for a station, and who stands in (M-033). */
@RestController
@WithForm
class ResponsiblePages {
    private static final int LONGEST_PHONE = 30;

    private final DeskStations own;
    private final Stations stations;
    private final StationUpkeep upkeep;
    private final CodeNames codes;
    private final Pages pages;

    ResponsiblePages(DeskStations own, Stations stations, StationUpkeep upkeep, CodeNames codes, Pages pages) {
        this.own = own;
        this.stations = stations;
        this.upkeep = upkeep;
        this.codes = codes;
        this.pages = pages;
    }

    /** What was typed or is chosen today; empty strings for nothing. */
    public record Typed(String responsible, BRole bRole, NewName newName) {}

    public record BRole(String post) {}

    public record NewName(String name, Phone phone) {}

    public record Phone(String number) {}

    @GetMapping("/desk/stations/{code}/responsible")
    ResponseEntity<byte[]> form(Page page, Actor actor, @PathVariable String code) {
        Optional<Station> found = findToEdit(actor, code);
        if (found.isEmpty()) {
            return pages.notFound(page, "network.station.unknown", code);
        }
        StationDetails details = stations.details(found.get());
        Typed today = new Typed(
                idOf(details.responsible()), new BRole(idOf(details.bRole())), new NewName("", new Phone("")));
        StationUpkeep.Edit edit =
                new StationUpkeep.Edit(actor, found.get(), found.get().version(), Idempotency.freshKey());
        return show(page, HttpStatus.OK, edit, today, null);
    }

    @PostMapping("/desk/stations/{code}/responsible")
    ResponseEntity<byte[]> save(
            Page page,
            Actor actor,
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String responsible,
            @RequestParam(defaultValue = "") String bRole,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone) {
        Optional<Station> found = findToEdit(actor, code);
        if (found.isEmpty()) {
            return pages.notFound(page, "network.station.unknown", code);
        }
        String number = phone.strip().substring(0, Math.min(phone.strip().length(), LONGEST_PHONE));
        Typed typed = new Typed(responsible, new BRole(bRole), new NewName(name, new Phone(number)));
        StationUpkeep.Edit edit = new StationUpkeep.Edit(actor, found.get(), version, key);
        boolean entered = responsible.equals("new");
        StationChange change = upkeep.changeResponsible(
                edit,
                new StationUpkeep.Choice(
                        entered ? null : uuid(responsible),
                        uuid(bRole),
                        entered
                                ? new StationUpkeep.Person(
                                        name, number.isEmpty() ? null : new StationUpkeep.Phone(number))
                                : null));
        if (change instanceof StationChange.Saved) {
            return Pages.seeOther("/desk/stations/" + found.get().code() + "?saved=1");
        }
        return show(page, HttpStatus.UNPROCESSABLE_ENTITY, edit, typed, page.t(change.messageKey(), change.args()));
    }

    private Optional<Station> findToEdit(Actor actor, String code) {
        Optional<Station> station = own.find(actor, code);
        station.ifPresent(found -> actor.exercising(Right.EDIT_STATION_RESPONSIBLE, found.place()));
        return station;
    }

    private ResponseEntity<byte[]> show(
            Page page, HttpStatus status, StationUpkeep.Edit edit, Typed typed, @Nullable String error) {
        Map<String, Object> model = new HashMap<>();
        model.put("station", edit.station());
        model.put("version", edit.expectedVersion());
        model.put("key", edit.key());
        model.put("posts", upkeep.listPosts(edit.actor(), edit.station()));
        model.put("codes", codes);
        model.put("responsible", typed.responsible());
        model.put("bRole", typed.bRole().post());
        model.put("name", typed.newName().name());
        model.put("phone", typed.newName().phone().number());
        model.put("error", error);
        return pages.status(status, "network/responsible", page, model);
    }

    private static String idOf(@Nullable Post post) {
        return post == null ? "" : post.postId().toString();
    }

    /** What is no id stands for no post of this station, and is refused as such. */
    private static @Nullable UUID uuid(String value) {
        if (value.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            return new UUID(0, 0);
        }
    }
}
