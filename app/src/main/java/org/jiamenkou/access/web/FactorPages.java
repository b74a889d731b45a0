package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.DeskSwitch;
import org.jiamenkou.access.PinRefusal;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own ways to sign in: authenticator, PIN and card. */
@RestController
@WithForm
class FactorPages {
    private static final int LONGEST = 72;

    private final DeskSwitch desk;
    private final Pages pages;

    FactorPages(DeskSwitch desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/desk/factors")
    ResponseEntity<byte[]> show(Page page, Actor actor, @RequestParam(defaultValue = "") String done) {
        return answer(page, actor, HttpStatus.OK, Map.of(), known(done));
    }

    @PostMapping("/desk/factors/pin")
    ResponseEntity<byte[]> setPin(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String password) {
        return after(page, actor, desk.setPin(actor, setting(pin, password)), "pin");
    }

    @PostMapping("/desk/factors/card")
    ResponseEntity<byte[]> registerCard(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String cardPassword) {
        return after(page, actor, desk.registerCard(actor, setting(card, cardPassword)), "card");
    }

    @PostMapping("/desk/factors/card/remove")
    ResponseEntity<byte[]> removeCard(Actor actor, HttpServletRequest request) {
        desk.removeCard(actor);
        return Pages.seeOther("/desk/factors?done=card-removed");
    }

    private static DeskSwitch.Setting setting(String value, String password) {
        return new DeskSwitch.Setting(value.strip(), password.length() > LONGEST ? "" : password);
    }

    private ResponseEntity<byte[]> after(Page page, Actor actor, Optional<PinRefusal> refusal, String what) {
        if (refusal.isEmpty()) {
            return Pages.seeOther("/desk/factors?done=" + what);
        }
        String field = refusal.get().field();
        boolean ofCard = what.equals("card") && field.equals("password");
        return answer(
                page,
                actor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                Map.of(
                        ofCard ? "cardPassword" : field,
                        page.t(refusal.get().messageKey(), refusal.get().args())),
                "");
    }

    private ResponseEntity<byte[]> answer(
            Page page, Actor actor, HttpStatus status, Map<String, String> errors, String done) {
        return pages.status(
                status, "access/factors", page, Map.of("held", desk.held(actor), "errors", errors, "done", done));
    }

    /** Only words of ours are made into a message. */
    private static String known(String done) {
        return switch (done) {
            case "pin", "card", "card-removed" -> done;
            default -> "";
        };
    }
}
