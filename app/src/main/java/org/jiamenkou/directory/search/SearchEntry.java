package org.jiamenkou.directory.search;

import java.util.List;
import org.jiamenkou.network.Point;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be found.
 *
 * @param key unique over all kinds; the address of its page
 * @param aliases what people say for it, in either language
 * @param text further words that may lead to it, ranked last
 * @param place names of the district, subdistrict and committee it lies in, separated by spaces; empty for what is
 *     city-wide
 * @param weight what is asked for more often comes first among equal matches
 * @param point where it is, in WGS-84; null when not known or not at one place
 */
public record SearchEntry(
        String key,
        EntryKind kind,
        LocalText name,
        List<String> aliases,
        String text,
        String place,
        double weight,
        @Nullable Point point) {
    public SearchEntry {
        aliases = List.copyOf(aliases);
    }
}
