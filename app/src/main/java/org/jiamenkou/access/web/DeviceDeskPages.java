package org.jiamenkou.access.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Device;
import org.jiamenkou.access.DeviceOutcome;
import org.jiamenkou.access.DevicePairing;
import org.jiamenkou.access.DeviceRefusal;
import org.jiamenkou.access.DeviceUpkeep;
import org.jiamenkou.access.Right;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Devices at the desk: list, pairing, one of them with its history. */
@RestController
@WithForm
class DeviceDeskPages {
    private static final String PATH = "/desk/devices";
    private static final int LONGEST = 100;

    private final DeviceUpkeep upkeep;
    private final DevicePairing pairing;
    private final Pages pages;

    DeviceDeskPages(DeviceUpkeep upkeep, DevicePairing pairing, Pages pages) {
        this.upkeep = upkeep;
        this.pairing = pairing;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> list(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "1") int number) {
        DeviceUpkeep.Question question = new DeviceUpkeep.Question(cut(q), all.equals("1"), number);
        return pages.ok("access/devices", page, Map.of("listed", upkeep.list(actor, question), "question", question));
    }

    @GetMapping(PATH + "/new")
    ResponseEntity<byte[]> form(Page page, Actor actor) {
        if (!actor.holds(Right.MANAGE_DEVICES)) {
            throw new AccessRefusedException(actor.accountId() + " keeps no devices");
        }
        return showForm(page, HttpStatus.OK, new DeviceForm("", "", "", ""), Map.of());
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> pair(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String place) {
        DeviceForm typed = new DeviceForm(cut(code), cut(kind), cut(name), cut(place));
        return switch (pairing.pair(actor, new DevicePairing.Typed(typed.code()), typed.wanted())) {
            case DeviceOutcome.Done(Device device) -> Pages.seeOther(PATH + "/" + device.id() + "?done=paired");
            case DeviceOutcome.Refused(DeviceRefusal why) ->
                showForm(page, HttpStatus.UNPROCESSABLE_ENTITY, typed, errors(page, why));
        };
    }

    private ResponseEntity<byte[]> showForm(
            Page page, HttpStatus status, DeviceForm typed, Map<String, String> errors) {
        return pages.status(status, "access/deviceNew", page, Map.of("typed", typed, "errors", errors));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<byte[]> one(
            Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
        String known = done.equals("paired") || done.equals("changed") || done.equals("revoked") ? done : "";
        return showOne(page, actor, id, new Shown(HttpStatus.OK, Optional.empty(), Map.of(), known));
    }

    @PostMapping(PATH + "/{id}")
    ResponseEntity<byte[]> change(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int version) {
        DeviceForm typed = new DeviceForm("", cut(kind), cut(name), cut(place));
        return switch (upkeep.change(actor, id, new DeviceUpkeep.Form(typed.wanted(), version))) {
            case DeviceOutcome.Done(Device device) -> Pages.seeOther(PATH + "/" + id + "?done=changed");
            case DeviceOutcome.Refused(DeviceRefusal why) -> refused(page, actor, id, Optional.of(typed), why);
        };
    }

    @PostMapping(PATH + "/{id}/revoke")
    ResponseEntity<byte[]> revoke(Page page, Actor actor, @PathVariable UUID id) {
        return switch (upkeep.revoke(actor, id)) {
            case DeviceOutcome.Done(Device device) -> Pages.seeOther(PATH + "/" + id + "?done=revoked");
            case DeviceOutcome.Refused(DeviceRefusal why) -> refused(page, actor, id, Optional.empty(), why);
        };
    }

    private ResponseEntity<byte[]> refused(
            Page page, Actor actor, UUID id, Optional<DeviceForm> typed, DeviceRefusal why) {
        return showOne(page, actor, id, new Shown(HttpStatus.UNPROCESSABLE_ENTITY, typed, errors(page, why), ""));
    }

    private record Shown(HttpStatus status, Optional<DeviceForm> typed, Map<String, String> errors, String done) {}

    private ResponseEntity<byte[]> showOne(Page page, Actor actor, UUID id, Shown shown) {
        Optional<DeviceUpkeep.Details> found = upkeep.find(actor, id);
        if (found.isEmpty()) {
            throw new AccessRefusedException(actor.accountId() + " does not keep device " + id);
        }
        DeviceUpkeep.Details details = found.get();
        return pages.status(
                shown.status(),
                "access/deviceOne",
                page,
                Map.of(
                        "details", details,
                        "typed", shown.typed().orElseGet(() -> DeviceForm.of(details.line())),
                        "errors", shown.errors(),
                        "done", shown.done()));
    }

    private static Map<String, String> errors(Page page, DeviceRefusal why) {
        return Map.of(why.field(), page.t(why.messageKey(), why.args()));
    }

    private static String cut(String text) {
        String plain = text.strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
