package org.jiamenkou.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.queue.Channel;
import org.jiamenkou.queue.NewTicket;
import org.jiamenkou.queue.PriorityGroup;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.Ticket;
import org.jiamenkou.queue.TicketOutcome;
import org.jiamenkou.queue.Tickets;
import org.junit.jupiter.api.Test;

/** A worker's morning: twenty tickets by keyboard only, and a resident who follows one of them on a phone. */
class E02_MorningAtTheCounterTest extends Journey {
    private static final int TICKETS = 20;
    private static final SystemScope HALL = new SystemScope("test.hall");

    private final TestApp app = TestApp.shared();

    private QueuePlace centre() {
        QueuePlaces places = app.bean(QueuePlaces.class);
        return places.listBySubdistrict(new DivisionId(
                        places.findByCode("5Y22").orElseThrow().id().subdistrictId()))
                .getFirst();
    }

    private Ticket draw(QueuePlace place, boolean elder) {
        NewTicket wish = NewTicket.walkIn(Channel.KIOSK, List.of("residence-permit"));
        return switch (app.bean(Tickets.class)
                .issueIn(
                        HALL,
                        place,
                        elder ? wish.withPriority(PriorityGroup.ELDER) : wish,
                        UUID.randomUUID().toString())) {
            case TicketOutcome.Done done -> done.ticket();
            case TicketOutcome.Refused refused -> throw new AssertionError(refused.refusal());
        };
    }

    @Test
    void twenty_tickets_by_keyboard_only() {
        QueuePlace hall = centre();
        for (int i = 0; i < TICKETS; i++) {
            draw(hall, i % 5 == 0);
        }
        newPage(Screen.DESKTOP, true);
        signIn("he");
        go("/desk/queue/" + hall.code());
        page.selectOption("#counter", new SelectOption().setIndex(0));
        page.focus("main form[action='/desk/queue/" + hall.code() + "'] button.btn >> nth=0");
        page.keyboard().press("Enter");
        assertThat(page.locator("button[data-kbd=F2]")).isVisible();
        look("console");
        int served = 0;
        while (served < TICKETS) {
            press("F2");
            Locator number = page.locator(".case-h .no");
            assertThat(number).isVisible();
            if (served == 0) {
                assertThat(number).containsText("V");
                look("console-called");
            }
            press("F8");
            assertThat(page.locator("button[data-kbd=F7]")).isVisible();
            press("F9");
            assertThat(page.locator("button[data-kbd=F2]")).isVisible();
            served++;
        }
        press("F2");
        assertThat(page.locator("[role=alert]")).isVisible();
        look("console-nobody");
        go("/gov/310115014000/halls");
        assertThat(page.locator("main table")).containsText(String.valueOf(TICKETS));
        look("halls");
        go("/desk/queue/" + hall.code());
        page.click("#rise");
    }

    @Test
    void a_villager_follows_the_centres_queue_from_the_station() {
        QueuePlace hall = centre();
        Ticket before = draw(hall, false);
        newPage(Screen.DESKTOP, true);
        signIn("chen");
        go("/desk/queue/5Y22");
        page.selectOption("#channel", "REMOTE");
        page.fill("#item", "residence-permit");
        page.click("form:has(#item) button");
        assertThat(page.locator("p.note.ok")).containsText("R");
        assertThat(page.locator("#lists")).containsText("前面");
        look("console-station");
        String code = page.url().replaceAll(".*drawn=", "");
        newPage(Screen.PHONE, true);
        go("/tickets/" + code);
        Locator ahead = page.locator("#status .ahead");
        assertThat(ahead).containsText("前面还有");
        look("ticket");
        go("/tickets/" + code + "?mode=elder");
        look("ticket-elder");
        go("/tickets/" + code + "?lang=en");
        look("ticket-en");
        go("/tickets/" + code + "?lang=zh");
        leave(before);
        assertThat(page.locator("#status .ahead"))
                .containsText("下一位就是您", new LocatorAssertions.ContainsTextOptions().setTimeout(5_000));
        newPage(Screen.DESKTOP, true);
        signIn("chen");
        go("/desk/queue/5Y22");
        page.click("[id^=absent-]");
        newPage(Screen.PHONE, true);
        go("/tickets/" + code);
        assertThat(page.locator("#status .ahead")).containsText("位置给您留着");
        look("ticket-not-present");
        assertThat(app.bean(Tickets.class).findByCode(code)).isPresent();
        leave(app.bean(Tickets.class).findByCode(code).orElseThrow());
    }

    /** Keys count once the page has its script, a moment after it is shown. */
    private void press(String key) {
        assertThat(page.locator("html[data-keys=ready]")).isAttached();
        page.keyboard().press(key);
    }

    private void leave(Ticket ticket) {
        Actor reception = new Actor(
                UUID.randomUUID(),
                "示例",
                Map.of(Right.ISSUE_TICKETS, Areas.within(Set.of(centre().id().subdistrictId()))),
                Set.of());
        app.bean(Tickets.class).leave(reception, ticket);
    }
}
