package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.DeskSwitch;
import org.jiamenkou.access.DeskSwitch.Worker;
import org.jiamenkou.access.SignInOutcome;
import org.jiamenkou.access.SwitchOutcome;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Switching users at a shared desk (M-022): one page, one POST. Open without a session, because the one before has gone
 * home or was signed out; the browser's token and a PIN or card are what opens it.
 */
@RestController
@WithForm
class SwitchPages {
    private final DeskSwitch desk;
    private final Entrance entrance;
    private final Pages pages;

    SwitchPages(DeskSwitch desk, Entrance entrance, Pages pages) {
        this.desk = desk;
        this.entrance = entrance;
        this.pages = pages;
    }

    @GetMapping("/desk/switch")
    ResponseEntity<byte[]> form(
            Page page, @RequestParam(defaultValue = "/desk") String to, HttpServletRequest request) {
        return show(page, HttpStatus.OK, new Shown(desk.listWorkers(BrowserCookie.read(request)), to, "", ""));
    }

    /** @param card what a reader typed; when it is empty, a worker and a PIN are expected */
    @PostMapping("/desk/switch")
    ResponseEntity<byte[]> choose(
            Page page,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String worker,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "/desk") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        String token = BrowserCookie.read(request);
        SwitchOutcome outcome = card.isBlank()
                ? id(worker)
                        .<SwitchOutcome>map(account -> desk.byPin(token, new DeskSwitch.PinTyped(account, pin)))
                        .orElseGet(SwitchOutcome.NotRecognised::new)
                : desk.byCard(token, card);
        return switch (outcome) {
            case SwitchOutcome.Welcome welcome ->
                entrance.welcome(
                        request,
                        response,
                        new SignInOutcome.Welcome(
                                welcome.accountId(), welcome.name(), welcome.mustChangePassword(), null),
                        to);
            case SwitchOutcome.NotRecognised() ->
                show(
                        page,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        new Shown(
                                desk.listWorkers(token),
                                to,
                                worker,
                                page.t(card.isBlank() ? "access.switch.wrongPin" : "access.switch.wrongCard")));
            case SwitchOutcome.Locked locked ->
                show(
                        page,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        new Shown(
                                desk.listWorkers(token),
                                to,
                                worker,
                                page.t(
                                        "access.switch.locked",
                                        locked.until().toLocalTime().withNano(0))));
        };
    }

    private record Shown(List<Worker> workers, String to, String chosen, String error) {}

    private ResponseEntity<byte[]> show(Page page, HttpStatus status, Shown shown) {
        return pages.status(
                status,
                "access/switch",
                page,
                Map.of(
                        "workers", shown.workers(),
                        "to", Entrance.ownPath(shown.to()),
                        "chosen", shown.chosen(),
                        "error", shown.error()));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
