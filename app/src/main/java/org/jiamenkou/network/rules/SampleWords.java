package org.jiamenkou.network.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** How the sample network is made up ({@code data/network/sample-network.yaml}). */
public record SampleWords(
        Map<String, List<RoomPlan>> rooms,
        List<RoomPlan> extraRooms,
        Set<String> residentPurposes,
        List<String> terminals,
        List<String> premisesSources,
        List<String> checks,
        List<String> demoChecks,
        List<Named> plates,
        Set<String> newTowns,
        Set<String> youthDistricts,
        Set<String> withoutResponsible,
        String demoSubdistrict,
        Text address,
        List<String> sampleSurnames,
        String sampleGiven,
        Text householdsSource,
        Text contract,
        Map<String, Text> duties,
        Demo demo) {
    /** @param unit of the station's template, null for a room no template asks for */
    public record RoomPlan(@Nullable String unit, String purpose, int from, int to) {}

    public record Text(String zh, @Nullable String en) {
        public LocalText toLocal() {
            return new LocalText(zh, en);
        }

        /** The text with {@code key} replaced by a division's name or a number, in both languages. */
        public LocalText with(String key, LocalText value) {
            return new LocalText(
                    zh.replace(key, value.zh()), en == null || value.en() == null ? null : en.replace(key, value.en()));
        }

        public LocalText with(String key, int number) {
            return with(key, new LocalText("" + number, "" + number));
        }
    }

    /** @param slug of a service item; {@code unit}: of a template; {@code code}: of a division */
    public record Named(
            @Nullable String slug,
            @Nullable String unit,
            @Nullable String code,
            @Nullable String zh,
            @Nullable String en) {}

    /** What the demo subdistrict has beside its stations. */
    public record Demo(
            List<Text> clusters,
            Text estate,
            Text block,
            Text group,
            Map<String, Text> points,
            List<Named> parks,
            Text generalPark,
            List<Named> bilingual) {}

    static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
