package org.jiamenkou.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One version of a list that says what committees assist with (协助行政事项清单, M-151), what they may stamp (印章使用清单, M-152), or
 * which certificates nobody may ask of them (证明负面清单).
 *
 * @param list {@code assistance}, {@code seal} or {@code certificate-ban}
 * @param area {@code city}, or the Chinese name of the district it holds in
 * @param version as its source names it
 * @param validTo last day, null when open
 * @param sample the entries are examples (示例)
 */
public record PositiveList(
        String list,
        String area,
        String version,
        LocalText name,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        boolean sample,
        List<Entry> entries) {
    public PositiveList {
        entries = List.copyOf(entries);
    }

    /**
     * @param number in the list
     * @param basis the clause it rests on, null where none is named
     * @param note what belongs to others, or how to do it; null when there is nothing to add
     * @param instead where to turn instead of asking the committee; null when it is allowed
     */
    public record Entry(
            int number,
            LocalText name,
            Guide.@Nullable Basis basis,
            @Nullable LocalText note,
            @Nullable LocalText instead) {}

    public Optional<Entry> find(int number) {
        return entries.stream().filter(entry -> entry.number() == number).findFirst();
    }
}
