package org.jiamenkou.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.queue.store.PlanStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Loads the numbers of booking and, in a demo, sample plans of one subdistrict; what was edited since is left alone. */
@Component
class PlanData implements StartupTask {
    private static final SystemScope SCOPE = new SystemScope("queue.plan-data");
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final int RESERVED_UNTIL_MINUTES = 60;
    private static final int RELEASE_MINUTE = 480;
    private static final SlotPlan.Limits LIMITS = new SlotPlan.Limits(1, 2, 30);

    private final Scoped scoped;
    private final PlanStore store;
    private final QueuePlaces places;
    private final Divisions divisions;
    private final Items items;
    private final SlotMaking making;
    private final Settings settings;

    PlanData(
            Scoped scoped,
            PlanStore store,
            QueuePlaces places,
            Divisions divisions,
            Items items,
            SlotMaking making,
            Settings settings) {
        this.scoped = scoped;
        this.store = store;
        this.places = places;
        this.divisions = divisions;
        this.items = items;
        this.making = making;
        this.settings = settings;
    }

    record Rules(
            LocalDate validFrom,
            int noShows,
            int noShowWindowDays,
            int noShowLimitDays,
            int offerMinutes,
            int offerBeforeMinutes,
            int reminderHours,
            int wrongTries,
            String source) {
        BookingRules rules() {
            return new BookingRules(
                    new BookingRules.NoShows(noShows, noShowWindowDays, noShowLimitDays),
                    offerMinutes,
                    offerBeforeMinutes,
                    reminderHours,
                    wrongTries);
        }
    }

    record Pause(int from, int to) {}

    record Sample(List<String> items, int minutes, int capacity, int reserved, int daysAhead, List<Pause> breaks) {}

    record Samples(String subdistrict, String source, Sample centre, Sample stations) {}

    /** After the places, which are of floor 5 too. */
    @Override
    public int floor() {
        return 6;
    }

    @Override
    public String nameKey() {
        return "queue.task.plans";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        List<Rules> rules = read("booking-rules", new TypeReference<List<Rules>>() {});
        List<SlotPlan> plans = settings.demo() ? samples() : List.of();
        scoped.transaction(SCOPE, () -> {
            rules.forEach(one -> store.addRules(one.validFrom(), one.rules(), one.source()));
            store.addMissing(plans);
        });
        List<QueuePlaceId> planned =
                plans.stream().map(SlotPlan::placeId).distinct().toList();
        for (int done = 0; done < planned.size(); done++) {
            making.make(planned.get(done));
            progress.accept(done + 1, planned.size());
        }
    }

    private List<SlotPlan> samples() {
        Samples samples = read("sample-plans", new TypeReference<Samples>() {});
        List<SlotPlan> plans = new ArrayList<>();
        divisions.find(samples.subdistrict()).ifPresent(subdistrict -> {
            for (QueuePlace place : places.listBySubdistrict(subdistrict.id())) {
                if (place.schedule() == null) {
                    continue;
                }
                if (place.kind() == QueuePlace.Kind.CENTRE) {
                    samples.centre().items().stream()
                            .flatMap(slug -> items.findBySlug(slug).stream())
                            .map(ServiceItem::id)
                            .forEach(item -> plans.add(plan(place, samples.centre(), item, samples.source())));
                } else {
                    plans.add(plan(place, samples.stations(), null, samples.source()));
                }
            }
        });
        return plans;
    }

    private static SlotPlan plan(QueuePlace place, Sample sample, @Nullable ItemId item, String source) {
        String name = place.id().id() + "/" + (item == null ? "" : item.value());
        return new SlotPlan(
                new PlanId(place.id().subdistrictId(), UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                place.id(),
                place.place(),
                item,
                new SlotPlan.Pieces(
                        sample.minutes(),
                        sample.capacity(),
                        sample.reserved(),
                        RESERVED_UNTIL_MINUTES,
                        sample.breaks().stream()
                                .map(pause -> new Span(pause.from(), pause.to()))
                                .toList()),
                new SlotPlan.Release(sample.daysAhead(), RELEASE_MINUTE),
                LIMITS,
                SINCE,
                null,
                source,
                true,
                1);
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (InputStream in = PlanData.class.getResourceAsStream("/data/queue/" + name + ".yaml")) {
            return new YAMLMapper().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
