package org.jiamenkou.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.registry.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a booking is, one by one and many at once; on a real database. */
class BookingWriterTest {
    private BookingBench bench;
    private BookingWriter node;
    private List<Slot> slots;

    @BeforeEach
    void open() {
        bench = new BookingBench(3, 1);
        node = bench.node();
        slots = bench.slots(8);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private BookingAnswer book(int slot, PersonId person) {
        return node.write(BookingBench.seat(slots.get(slot), person, PriorityGroup.NONE));
    }

    private static Booking made(BookingAnswer answer) {
        assertThat(answer).isInstanceOf(BookingAnswer.Booked.class);
        return ((BookingAnswer.Booked) answer).booking();
    }

    private static BookingRefusal refused(BookingAnswer answer) {
        assertThat(answer).isInstanceOf(BookingAnswer.Refused.class);
        return ((BookingAnswer.Refused) answer).why();
    }

    @Test
    void aBookingIsWrittenWithItsAuditRowAndAChange() {
        Booking booking = made(book(0, BookingBench.somebody()));
        assertThat(booking.code().value()).startsWith("22").hasSize(8);
        assertThat(bench.count("queue.bookings where state = 'BOOKED' and code = '"
                        + booking.code().value() + "'"))
                .isEqualTo(1);
        assertThat(bench.count("access.audit where action = 'booking.made' and actor = '" + booking.madeBy() + "'"))
                .isEqualTo(1);
        assertThat(bench.count("platform.changes where kind = 'BookingsChanged'"))
                .isEqualTo(1);
        assertThat(bench.count("queue.slots where taken = 1")).isEqualTo(1);
    }

    @Test
    void theSameKeyIsTheSameBooking() {
        BookingWish.Seat wish = BookingBench.seat(slots.getFirst(), BookingBench.somebody(), PriorityGroup.NONE);
        Booking first = made(node.write(wish));
        BookingAnswer second = bench.node().write(wish);
        assertThat(second).isEqualTo(new BookingAnswer.Booked(made(second), true));
        assertThat(made(second).id()).isEqualTo(first.id());
        assertThat(bench.count("queue.bookings")).isEqualTo(1);
        node.write(new BookingWish.End(first.id(), BookingBench.request(BookingChannel.WEB), false));
        assertThat(made(node.write(wish)).id())
                .as("also when it was cancelled since")
                .isEqualTo(first.id());
        assertThat(bench.count("queue.slots where taken > 0")).isZero();
    }

    @Test
    void twiceInOneBatchTheSameKeyIsOneBooking() {
        BookingWish.Seat wish = BookingBench.seat(slots.getFirst(), BookingBench.somebody(), PriorityGroup.NONE);
        List<BookingAnswer> answers = bench.batch().write(List.of(wish, wish));
        assertThat(made(answers.get(1)).id()).isEqualTo(made(answers.get(0)).id());
        assertThat(bench.count("queue.slots where taken = 1")).isEqualTo(1);
    }

    @Test
    void seatsKeptForPriorityAreNotForEverybody() {
        book(0, BookingBench.somebody());
        book(0, BookingBench.somebody());
        assertThat(refused(book(0, BookingBench.somebody()))).isInstanceOf(BookingRefusal.OnlyReservedLeft.class);
        made(node.write(BookingBench.seat(slots.getFirst(), BookingBench.somebody(), PriorityGroup.ELDER)));
        assertThat(refused(node.write(
                        BookingBench.seat(slots.getFirst(), BookingBench.somebody(), PriorityGroup.DISABLED))))
                .isInstanceOf(BookingRefusal.SlotFull.class);
    }

    @Test
    void onePersonHoldsOneBookingOfAnItem() {
        PersonId person = BookingBench.somebody();
        Booking first = made(book(0, person));
        assertThat(refused(book(4, person))).isEqualTo(new BookingRefusal.OpenLimit(1));
        node.write(new BookingWish.End(first.id(), BookingBench.request(BookingChannel.WEB), false));
        made(book(4, person));
    }

    @Test
    void aChangeTakesTheNewSeatBeforeItFreesTheOld() {
        PersonId person = BookingBench.somebody();
        Booking old = made(book(0, person));
        BookingWish.Seat change = new BookingWish.Seat(
                new BookingWish.Wanted(slots.get(5).id(), BookingBench.ITEM, person, PriorityGroup.NONE),
                BookingBench.request(BookingChannel.WEB),
                new BookingWish.Instead.Booked(old.id(), false));
        Booking fresh = made(node.write(change));
        assertThat(fresh.startsAt()).isEqualTo(slots.get(5).startsAt());
        assertThat(bench.count("queue.bookings where state = 'MOVED'")).isEqualTo(1);
        assertThat(bench.count("queue.bookings where state = 'BOOKED' and moved_from = '"
                        + old.id().id() + "'"))
                .isEqualTo(1);
        assertThat(bench.count("queue.slots where taken = 1")).isEqualTo(1);
        assertThat(made(node.write(change)).id()).as("asked again").isEqualTo(fresh.id());
    }

    @Test
    void aChangeIntoAFullSlotLeavesTheOldBooking() {
        PersonId person = BookingBench.somebody();
        Booking old = made(book(0, person));
        book(1, BookingBench.somebody());
        book(1, BookingBench.somebody());
        BookingAnswer answer = node.write(new BookingWish.Seat(
                new BookingWish.Wanted(slots.get(1).id(), BookingBench.ITEM, person, PriorityGroup.NONE),
                BookingBench.request(BookingChannel.WEB),
                new BookingWish.Instead.Booked(old.id(), false)));
        assertThat(refused(answer)).isInstanceOf(BookingRefusal.OnlyReservedLeft.class);
        assertThat(bench.count("queue.bookings where state = 'BOOKED' and id = '"
                        + old.id().id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void threeMissedBookingsLimitTheWebAndNotThePhone() {
        PersonId person = BookingBench.somebody();
        for (int day = 1; day <= 3; day++) {
            Booking booking = made(book(day, person));
            bench.update("update queue.bookings set state = 'NO_SHOW', day = date '2026-11-2" + day
                    + "', starts_at = '2026-11-2" + day + " 09:00+08' where id = '"
                    + booking.id().id() + "'");
        }
        assertThat(refused(book(5, person)))
                .isEqualTo(new BookingRefusal.OnlineLimited(java.time.LocalDate.of(2026, 12, 23)));
        made(node.write(new BookingWish.Seat(
                new BookingWish.Wanted(slots.get(5).id(), BookingBench.ITEM, person, PriorityGroup.NONE),
                BookingBench.request(BookingChannel.PHONE),
                null)));
    }

    @Test
    void aRemovedSlotIsRefusedAndAnUnknownOneToo() {
        bench.update("update queue.slots set state = 'REMOVED', removed_why = 'test' where id = '"
                + slots.getFirst().id().id() + "'");
        assertThat(refused(book(0, BookingBench.somebody()))).isInstanceOf(BookingRefusal.SlotRemoved.class);
        BookingWish.Seat other = new BookingWish.Seat(
                new BookingWish.Wanted(
                        slots.get(1).id(), new ItemId(UUID.randomUUID()), BookingBench.somebody(), PriorityGroup.NONE),
                BookingBench.request(BookingChannel.WEB),
                null);
        assertThat(refused(node.write(other))).isInstanceOf(BookingRefusal.UnknownSlot.class);
    }

    @Test
    void aMemberThatFailsDoesNotFailTheOthers() {
        List<CompletableFuture<BookingAnswer>> answers = new ArrayList<>();
        BookingWish.Seat bad = new BookingWish.Seat(
                new BookingWish.Wanted(
                        slots.get(2).id(), BookingBench.ITEM, BookingBench.somebody(), PriorityGroup.NONE),
                // a key of the actor that PostgreSQL cannot hold
                new BookingWish.Request("nul\0", BookingChannel.WEB, UUID.randomUUID()),
                null);
        BookingLane lane = new BookingLane(bench.batch()::write);
        for (int i = 0; i < 6; i++) {
            answers.add(
                    lane.submit(BookingBench.seat(slots.get(3 + i / 2), BookingBench.somebody(), PriorityGroup.NONE)));
            if (i == 3) {
                answers.add(lane.submit(bad));
            }
        }
        assertThatThrownBy(() -> answers.remove(4).join()).isNotNull();
        answers.forEach(answer -> made(answer.join()));
    }
}
