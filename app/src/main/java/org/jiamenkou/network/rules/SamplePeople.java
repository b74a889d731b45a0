package org.jiamenkou.network.rules;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.network.Division;
import org.jspecify.annotations.Nullable;

/** Invents staff; the word for sample stands in every name. */
final class SamplePeople {
    private final Sheet sheet;
    private final SampleWords words;
    private final Supplier<UUID> ids;
    private final LocalDate today;

    SamplePeople(Sheet sheet, SampleWords words, Supplier<UUID> ids, LocalDate today) {
        this.sheet = sheet;
        this.words = words;
        this.ids = ids;
        this.today = today;
    }

    /** Where somebody works; without a station for one of the whole subdistrict. */
    record At(Division subdistrict, Division area, @Nullable UUID station, String phone) {}

    /** A post: its title, the adviser's role if any, the key of what it is for, its line on the board. */
    record Duty(
            String title,
            @Nullable String adviserRole,
            @Nullable String duties,
            int position) {
        /** Two posts in a row never share a line. */
        Duty {
            if (position < 0) {
                throw new IllegalArgumentException("a line before the first: " + position);
            }
        }
    }

    UUID person(At at, SplittableRandom random) {
        UUID id = ids.get();
        sheet.add(Sheet.Table.staff_members)
                .set("subdistrict_id", at.subdistrict().id().value())
                .set("id", id)
                .set("area_id", at.area().id().value())
                .set("name", SampleWords.pick(words.sampleSurnames(), random) + words.sampleGiven())
                .set("work_phone", at.phone())
                .set("on_board", true)
                .set("sample", true);
        return id;
    }

    UUID post(At at, UUID person, Duty duty) {
        UUID id = ids.get();
        SampleWords.Text duties = duty.duties() == null ? null : words.duties().get(duty.duties());
        sheet.add(Sheet.Table.posts)
                .set("subdistrict_id", at.subdistrict().id().value())
                .set("id", id)
                .set("area_id", at.area().id().value())
                .set("staff_id", person)
                .set("station_id", at.station())
                .set("title", duty.title())
                .set("adviser_role", duty.adviserRole())
                .set("duties_zh", duties == null ? null : duties.zh())
                .set("duties_en", duties == null ? null : duties.en())
                .set("on_board", true)
                .set("position", duty.position())
                .set("valid_from", today)
                .set("sample", true);
        return id;
    }
}
