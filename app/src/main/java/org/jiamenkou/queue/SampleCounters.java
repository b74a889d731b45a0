package org.jiamenkou.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.queue.store.CounterStore;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Counters of the sample subdistrict's centre (示例), in demo mode only. */
@Component
class SampleCounters implements StartupTask {
    private static final SystemScope SCOPE = new SystemScope("queue.sample-counters");

    private final Scoped scoped;
    private final CounterStore counters;
    private final QueuePlaces places;
    private final Divisions divisions;
    private final Settings settings;
    private final Ids ids;

    SampleCounters(
            Scoped scoped, CounterStore counters, QueuePlaces places, Divisions divisions, Settings settings, Ids ids) {
        this.scoped = scoped;
        this.counters = counters;
        this.places = places;
        this.divisions = divisions;
        this.settings = settings;
        this.ids = ids;
    }

    record Sample(String subdistrict, int number, String zh, String en, Set<String> classes) {}

    @Override
    public int floor() {
        return 6;
    }

    @Override
    public String nameKey() {
        return "queue.task.counters";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        if (!settings.demo()) {
            return;
        }
        List<Sample> samples = read();
        scoped.transaction(SCOPE, () -> samples.forEach(this::add));
    }

    private void add(Sample sample) {
        divisions.find(sample.subdistrict()).stream()
                .flatMap(division -> places.listBySubdistrict(division.id()).stream())
                .filter(place -> place.kind() == QueuePlace.Kind.CENTRE)
                .forEach(centre -> counters.add(new CounterStore.NewCounter(
                        centre.id(),
                        ids.next(),
                        centre.place(),
                        sample.number(),
                        new LocalText(sample.zh(), sample.en()),
                        sample.classes(),
                        true)));
    }

    private static List<Sample> read() {
        try (InputStream in = SampleCounters.class.getResourceAsStream("/data/queue/sample-counters.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<List<Sample>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
