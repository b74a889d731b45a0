package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Device;
import org.jiamenkou.access.DevicePairing;
import org.jiamenkou.access.DeviceStart;
import org.jiamenkou.access.DeviceToken;
import org.jiamenkou.access.DeviceUpkeep;
import org.jiamenkou.access.Devices;
import org.jiamenkou.access.PhoneSignIn;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a device shows of itself: the code while it waits, what it is paired with, that it was revoked. It looks again by itself
 * without any script: the answer says when (the header Refresh).
 */
@RestController
@WithForm
class DevicePages {
    private static final String REFRESH = "Refresh";
    private static final String WAITING_SECONDS = "4";
    private static final String PAIRED_SECONDS = "30";
    private static final int START_SECONDS = 3;

    private final Devices devices;
    private final DevicePairing pairing;
    private final DeviceUpkeep upkeep;
    private final List<DeviceStart> starts;
    private final Pages pages;

    DevicePages(
            Devices devices,
            DevicePairing pairing,
            DeviceUpkeep upkeep,
            ObjectProvider<DeviceStart> starts,
            Pages pages) {
        this.devices = devices;
        this.pairing = pairing;
        this.upkeep = upkeep;
        this.starts = starts.stream().toList();
        this.pages = pages;
    }

    @GetMapping("/device")
    ResponseEntity<byte[]> show(Page page, HttpServletRequest request, HttpServletResponse response) {
        DeviceToken token = DeviceCookie.read(request);
        response.setHeader("Cache-Control", "no-store");
        return switch (devices.find(token)) {
            case Devices.Answer.Working working -> {
                if (working.fresh() != null) {
                    DeviceCookie.keep(request, response, working.fresh());
                }
                yield paired(page, working.device(), response);
            }
            case Devices.Answer.Revoked(Device device) ->
                pages.ok("access/deviceRevoked", page, Map.of("device", device));
            case Devices.Answer.Unknown() -> waiting(page, pairing.waiting(token), response);
        };
    }

    private ResponseEntity<byte[]> paired(Page page, Device device, HttpServletResponse response) {
        Optional<String> start = starts.stream()
                .filter(one -> one.kind() == device.kind())
                .map(one -> one.path(device))
                .findFirst();
        response.setHeader(
                REFRESH, start.map(path -> START_SECONDS + "; url=" + path).orElse(PAIRED_SECONDS));
        return pages.ok(
                "access/devicePaired", page, Map.of("device", device, "where", upkeep.whereOf(device), "start", start));
    }

    private ResponseEntity<byte[]> waiting(
            Page page, Optional<DevicePairing.Waiting> waiting, HttpServletResponse response) {
        if (waiting.isPresent()) {
            response.setHeader(REFRESH, WAITING_SECONDS);
        }
        return codePage(page, HttpStatus.OK, waiting, false);
    }

    private ResponseEntity<byte[]> codePage(
            Page page, HttpStatus status, Optional<DevicePairing.Waiting> waiting, boolean tooMany) {
        Map<String, Object> model = new HashMap<>();
        model.put("waiting", waiting);
        model.put("tooMany", tooMany);
        return pages.status(status, "access/devicePairing", page, model);
    }

    /** A new code; a device that works keeps its token. */
    @PostMapping("/device")
    ResponseEntity<byte[]> ask(Page page, HttpServletRequest request, HttpServletResponse response) {
        if (devices.find(DeviceCookie.read(request)) instanceof Devices.Answer.Working) {
            return Pages.seeOther("/device");
        }
        return switch (pairing.ask(new PhoneSignIn.From(ClientAddress.of(request)))) {
            case DevicePairing.Asked.Shown(DeviceToken token) -> {
                DeviceCookie.keep(request, response, token);
                yield Pages.seeOther("/device");
            }
            case DevicePairing.Asked.TooMany() ->
                codePage(page, HttpStatus.UNPROCESSABLE_ENTITY, Optional.empty(), true);
        };
    }
}
