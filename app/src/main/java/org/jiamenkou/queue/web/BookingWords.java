package org.jiamenkou.queue.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.queue.Booking;
import org.jiamenkou.queue.FreeSlot;
import org.jiamenkou.queue.PriorityGroup;
import org.jiamenkou.queue.Slot;

/** How slots and bookings are put into words on a page. */
public final class BookingWords {
    private final Items items;
    private final Page page;

    BookingWords(Items items, Page page) {
        this.items = items;
        this.page = page;
    }

    public LocalText item(Booking booking) {
        return items.find(booking.item())
                .map(item -> item.name())
                .orElseGet(() -> LocalText.of(page.t("queue.book.itemGone")));
    }

    /** Month, day and weekday in the reader's language. */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(
                page.t("queue.book.dayPattern"), page.lang().locale()));
    }

    public String time(LocalDateTime at) {
        return at.format(DateTimeFormatter.ofPattern("H:mm"));
    }

    public String moment(LocalDateTime at) {
        return day(at.toLocalDate()) + " " + time(at);
    }

    /** Of an alternative: where when it is elsewhere, and when. */
    public String choice(FreeSlot slot) {
        String place = page.text(slot.placeName());
        String when = moment(slot.startsAt());
        return slot.metres() == null
                ? page.t("queue.book.choice", place, when, slot.free())
                : page.t("queue.book.choiceAway", place, when, slot.free(), slot.metres());
    }

    /** Days that have slots, in order, with what is free on each. */
    public static Map<LocalDate, List<Slot>> byDay(List<Slot> slots) {
        return slots.stream()
                .sorted(Comparator.comparing(Slot::startsAt))
                .collect(Collectors.groupingBy(
                        slot -> slot.startsAt().toLocalDate(), TreeMap::new, Collectors.toList()));
    }

    public int free(List<Slot> slots, PriorityGroup group) {
        return slots.stream()
                .filter(slot -> slot.isOpenAt(page.now()))
                .mapToInt(slot -> slot.seats().freeFor(group))
                .sum();
    }

    /** What stands under the time of a slot. */
    public String left(Slot slot) {
        if (page.now().isBefore(slot.opensAt())) {
            return page.t("queue.book.opens", moment(slot.opensAt()));
        }
        int free = slot.seats().freeFor(PriorityGroup.NONE);
        if (free > 0) {
            return page.t("queue.book.left", free);
        }
        return slot.seats().freeFor(PriorityGroup.ELDER) > 0
                ? page.t("queue.book.priorityLeft", slot.seats().freeFor(PriorityGroup.ELDER))
                : page.t("queue.book.full");
    }

    public boolean canBeChosen(Slot slot) {
        return slot.isOpenAt(page.now()) && slot.seats().freeFor(PriorityGroup.ELDER) > 0;
    }
}
