package org.jiamenkou.elements;

import java.util.List;
import java.util.Map;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One code of a set.
 *
 * @param set the set it belongs to, {@code room-purpose} for example
 * @param code unique in its set, lower case with hyphens
 * @param seal the one character on its badge, null where the set has none
 * @param parent the code it belongs under, of this set or of the one above it ({@code template-unit} under
 *     {@code station-template}); null at the top
 * @param mapsTo codes of {@code service-class} that a district's own class stands for; empty in other sets
 * @param more what single sets add: {@code resident}, {@code mandatory}, {@code terminal} ({@code "true"} or
 *     {@code "false"}), {@code line}, {@code lines} (joined by commas), {@code noteZh}, {@code noteEn}, {@code source},
 *     {@code sample}
 */
public record Code(
        String set,
        String code,
        LocalText name,
        @Nullable String seal,
        @Nullable String parent,
        List<String> mapsTo,
        Map<String, String> more) {
    public Code {
        mapsTo = List.copyOf(mapsTo);
        more = Map.copyOf(more);
    }

    /** Whether an addition of this set is set, {@code mandatory} for example. */
    public boolean is(String addition) {
        return Boolean.parseBoolean(more.get(addition));
    }
}
