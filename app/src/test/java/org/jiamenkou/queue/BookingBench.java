package org.jiamenkou.queue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.queue.store.SlotStore;
import org.jiamenkou.queue.store.TestBookingStores;
import org.jiamenkou.registry.PersonId;
import org.jspecify.annotations.NullMarked;

/** One place with one plan on a real database, and as many nodes as a test wants, each with lanes of its own. */
@NullMarked
final class BookingBench implements AutoCloseable {
    static final SystemScope TEST = new SystemScope("test");
    static final UUID SUBDISTRICT = new UUID(1, 1);
    static final Place PLACE = new Place(SUBDISTRICT, SUBDISTRICT);
    static final QueuePlaceId HALL = new QueuePlaceId(SUBDISTRICT, new UUID(1, 2));
    static final ItemId ITEM = new ItemId(new UUID(1, 3));
    static final LocalDateTime NINE = LocalDate.of(2026, 11, 25).atTime(9, 0);
    static final BookingRules RULES = new BookingRules(new BookingRules.NoShows(3, 90, 30), 60, 60, 20, 5);

    final TestDatabase database;
    final TestBookingStores stores;
    SlotPlan plan;

    BookingBench(int capacity, int reserved) {
        this(capacity, reserved, TestDatabase.fresh());
    }

    BookingBench(int capacity, int reserved, TestDatabase database) {
        this.database = database;
        this.stores = TestBookingStores.over(database.sql());
        this.plan = plan(capacity, reserved, new SlotPlan.Limits(1, 2, 30));
        database.scoped().transaction(TEST, () -> {
            database.sql()
                    .sql("insert into queue.places (subdistrict_id, id, area_id, kind, code, mode)"
                            + " values (:s, :id, :s, 'CENTRE', '22ZXA', 'NUMBERS')")
                    .param("s", SUBDISTRICT)
                    .param("id", HALL.id())
                    .update();
            stores.plans().addRules(LocalDate.of(2018, 1, 1), RULES, "test");
            stores.plans().addMissing(List.of(plan));
        });
    }

    private static SlotPlan plan(int capacity, int reserved, SlotPlan.Limits limits) {
        return new SlotPlan(
                new PlanId(SUBDISTRICT, new UUID(1, 4)),
                HALL,
                PLACE,
                ITEM,
                new SlotPlan.Pieces(15, capacity, reserved, 60, List.of()),
                new SlotPlan.Release(14, 480),
                limits,
                LocalDate.of(2026, 1, 1),
                null,
                "test",
                true,
                1);
    }

    /** Slots of a quarter of an hour from nine on tomorrow. */
    List<Slot> slots(int count) {
        List<SlotStore.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wanted.add(new SlotStore.Wanted(
                    UUID.randomUUID(),
                    NINE.plusMinutes(15L * i),
                    NINE.minusDays(14),
                    plan.pieces().capacity()));
        }
        return database.scoped().transaction(TEST, () -> {
            stores.slots().put(plan, wanted);
            return stores.slots()
                    .listOf(plan.id(), NINE.minusDays(1), NINE.toLocalDate().plusDays(9));
        });
    }

    BookingWriter node() {
        return new BookingWriter(batch());
    }

    BookingBatch batch() {
        return new BookingBatch(
                database.scoped(),
                stores.batch(),
                stores.offers(),
                stores.plans(),
                database.audit(),
                database.changes(),
                database.ids(),
                database.clock());
    }

    static BookingWish.Seat seat(Slot slot, PersonId person, PriorityGroup priority) {
        return new BookingWish.Seat(
                new BookingWish.Wanted(slot.id(), ITEM, person, priority), request(BookingChannel.WEB), null);
    }

    static BookingWish.Request request(BookingChannel channel) {
        return new BookingWish.Request("resident-" + UUID.randomUUID(), channel, UUID.randomUUID());
    }

    static PersonId somebody() {
        return new PersonId(UUID.randomUUID());
    }

    /** One number from the database, seen with everybody's eyes. */
    long count(String what) {
        return database.scoped()
                .read(
                        TEST,
                        () -> database.sql()
                                .sql("select count(*) from " + what)
                                .query(Long.class)
                                .single());
    }

    int update(String sql) {
        return database.scoped().transaction(TEST, () -> database.sql().sql(sql).update());
    }

    @Override
    public void close() {
        database.close();
    }
}
