package org.jiamenkou.network.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.network.Division;
import org.jspecify.annotations.Nullable;

/** Invents what one station has, the same every time for the same code. */
final class SampleStation {
    private static final int NORMAL_PERCENT = 76;
    private static final int STAGGERED_PERCENT = 94;

    private final Sheet sheet;
    private final SampleWords words;
    private final Supplier<UUID> ids;
    private final LocalDate today;
    private final Division subdistrict;

    SampleStation(Sheet sheet, SampleWords words, Supplier<UUID> ids, LocalDate today, Division subdistrict) {
        this.sheet = sheet;
        this.words = words;
        this.ids = ids;
        this.today = today;
        this.subdistrict = subdistrict;
    }

    /**
     * What a station is before anything is invented.
     *
     * @param english whether it keeps English content
     */
    record Plan(UUID id, Division area, String template, boolean rich, boolean english) {}

    /** Fills the station's own row; rooms, plates, people and the rest follow. */
    void fill(Sheet.Row row, Plan plan, double[] place) {
        SplittableRandom random = new SplittableRandom(seed(plan));
        String pattern = pattern(plan.area(), random);
        int number = 1 + random.nextInt(999);
        String phone = "021-5550 %04d".formatted(random.nextInt(10_000));
        row.set("address_zh", address(words.address().zh(), subdistrict.name().zh(), number))
                .set("address_en", english(plan, number))
                .set("longitude", place[0])
                .set("latitude", place[1])
                .set("coordinate_system", "WGS84")
                .set("phone", phone)
                .set("step_free", random.nextInt(10) < 8 ? Boolean.TRUE : random.nextBoolean() ? false : null)
                .set("operator_kind", random.nextInt(10) < 7 ? "committee-staff" : "subdistrict-or-social-workers")
                .set("households", 600 + random.nextInt(2_600))
                .set("households_source", words.householdsSource().zh())
                .set("households_date", today)
                .set("premises_source", SampleWords.pick(words.premisesSources(), random))
                .set("premises_contract", words.contract().zh())
                .set("premises_until", today.plusMonths(6 + random.nextInt(60)))
                .opens(pattern);
        int metres = addRooms(plan, random);
        row.set("square_metres", metres).set("size", size(metres));
        addChecks(plan, random);
        addPlates(plan, random);
        addTerminals(plan, random);
        addPeople(row, plan, phone, random);
    }

    private @Nullable String english(Plan plan, int number) {
        String pattern = words.address().en();
        return plan.english() && pattern != null
                ? address(pattern, Objects.requireNonNullElse(subdistrict.name().en(), ""), number)
                : null;
    }

    private static String address(String pattern, CharSequence subdistrict, int number) {
        return pattern.replace("{subdistrict}", subdistrict).replace("{number}", "" + number);
    }

    private static String size(int metres) {
        return metres >= 350 ? "large" : metres >= 180 ? "medium" : "small";
    }

    private static String pattern(Division area, SplittableRandom random) {
        int at = random.nextInt(100);
        if (area.areaTypes().contains("youth-community")) {
            return "all-day";
        }
        return at < NORMAL_PERCENT
                ? "neighbourhood-station"
                : at < STAGGERED_PERCENT ? "staggered-station" : "short-station";
    }

    private int addRooms(Plan plan, SplittableRandom random) {
        List<SampleWords.RoomPlan> rooms = new ArrayList<>(words.rooms().getOrDefault(plan.template(), List.of()));
        int missing = rooms.size() < 3 ? 0 : random.nextInt(100) < 78 ? 0 : 1 + random.nextInt(2);
        for (int i = 0; i < missing; i++) {
            rooms.remove(random.nextInt(rooms.size()));
        }
        if (rooms.size() < 6 && random.nextInt(3) == 0 || rooms.isEmpty()) {
            rooms.add(words.extraRooms().get(random.nextInt(words.extraRooms().size())));
        }
        int all = 0;
        for (int i = 0; i < rooms.size(); i++) {
            SampleWords.RoomPlan room = rooms.get(i);
            int metres = room.from() + random.nextInt(room.to() - room.from() + 1);
            all += metres;
            placed(Sheet.Table.rooms, plan)
                    .set("id", ids.get())
                    .set("position", i)
                    .set("purpose", room.purpose())
                    .set("unit", room.unit())
                    .set("square_metres", metres)
                    .set("resident_use", words.residentPurposes().contains(room.purpose()));
        }
        return all;
    }

    private void addChecks(Plan plan, SplittableRandom random) {
        List<String> checks = new ArrayList<>(words.checks());
        if (plan.rich()) {
            checks.addAll(words.demoChecks());
        }
        for (String check : checks) {
            int at = random.nextInt(20);
            placed(Sheet.Table.station_checks, plan).set("code", check).set("met", at == 0 ? null : at > 3);
        }
    }

    private void addPlates(Plan plan, SplittableRandom random) {
        int first = random.nextInt(words.plates().size());
        int count = plan.rich() ? 4 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            SampleWords.Named plate =
                    words.plates().get((first + i) % words.plates().size());
            placed(Sheet.Table.plates, plan)
                    .set("id", ids.get())
                    .set("name_zh", plate.zh())
                    .set("name_en", plate.en())
                    .set("item_slug", plate.slug());
        }
    }

    private void addTerminals(Plan plan, SplittableRandom random) {
        int first = random.nextInt(words.terminals().size());
        int count = plan.rich() ? 3 : random.nextInt(3);
        for (int i = 0; i < count; i++) {
            placed(Sheet.Table.facilities, plan)
                    .set("id", ids.get())
                    .set(
                            "type",
                            words.terminals()
                                    .get((first + i) % words.terminals().size()))
                    .set("terminal", true);
        }
    }

    /** The lead holds two posts and signs as one; the deputy stands in; a community worker is the adviser too. */
    private void addPeople(Sheet.Row station, Plan plan, String phone, SplittableRandom random) {
        SamplePeople people = new SamplePeople(sheet, words, ids, today);
        SamplePeople.At at = new SamplePeople.At(subdistrict, plan.area(), plan.id(), phone);
        if (!words.withoutResponsible().contains(plan.area().code())) {
            UUID lead = people.person(at, random);
            UUID responsible = people.post(at, lead, new SamplePeople.Duty("station-lead", null, "lead", 0));
            people.post(at, lead, new SamplePeople.Duty("secretary", null, null, 2));
            station.set("responsible_post_id", responsible);
        }
        UUID deputy = people.person(at, random);
        station.set("b_role_post_id", people.post(at, deputy, new SamplePeople.Duty("deputy", null, "deputy", 1)));
        UUID worker = people.person(at, random);
        people.post(at, worker, new SamplePeople.Duty("community-worker", null, "reception", 3));
        people.post(at, worker, new SamplePeople.Duty("community-worker", "elder-care-adviser", "adviser", 4));
        if (plan.rich()) {
            UUID second = people.person(at, random);
            people.post(at, second, new SamplePeople.Duty("community-worker", null, "neighbours", 5));
            people.post(at, second, new SamplePeople.Duty("community-worker", "relief-adviser", "adviser", 6));
            UUID third = people.person(at, random);
            people.post(at, third, new SamplePeople.Duty("committee-member", null, "order", 7));
            people.post(at, third, new SamplePeople.Duty("committee-member", "childrens-officer", "adviser", 8));
        }
    }

    private Sheet.Row placed(Sheet.Table table, Plan plan) {
        return sheet.add(table)
                .set("subdistrict_id", subdistrict.id().value())
                .set("station_id", plan.id())
                .set("area_id", plan.area().id().value())
                .set("sample", true);
    }

    private static long seed(Plan plan) {
        return Long.parseLong(plan.area().code().substring(0, 12)) * 31
                + plan.template().hashCode();
    }
}
