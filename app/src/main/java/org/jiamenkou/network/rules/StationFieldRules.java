package org.jiamenkou.network.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of a station must keep, however they are entered; values are in the normal form of sheets. */
public final class StationFieldRules {
    private static final Pattern PHONE =
            Pattern.compile("[0-9][0-9 \\-]{4,18}[0-9](?:[ ]?(?:x|ext\\.?)[ ]?[0-9]{1,6})?");
    private static final double WEST = 120.5;
    private static final double EAST = 122.6;
    private static final double SOUTH = 30.3;
    private static final double NORTH = 32.1;

    private StationFieldRules() {}

    /** A field and what is wrong with it, as a message key. */
    public record Mistake(String field, String messageKey) {}

    public static List<Mistake> mistakes(Map<String, String> values) {
        List<Mistake> mistakes = new ArrayList<>();
        if (values.get("name_zh") == null) {
            mistakes.add(new Mistake("name_zh", "network.field.nameNeeded"));
        }
        if (values.get("type") == null) {
            mistakes.add(new Mistake("type", "network.field.typeNeeded"));
        }
        point(values, mistakes);
        phone(values.get("phone"), mistakes);
        if (values.get("address_en") != null && values.get("address_zh") == null) {
            mistakes.add(new Mistake("address_zh", "network.field.chineseFirst"));
        }
        return mistakes;
    }

    private static void phone(@Nullable String phone, List<Mistake> mistakes) {
        if (phone != null && !PHONE.matcher(phone).matches()) {
            mistakes.add(new Mistake("phone", "network.field.phone"));
        }
    }

    private static void point(Map<String, String> values, List<Mistake> mistakes) {
        String longitude = values.get("longitude");
        String latitude = values.get("latitude");
        if (longitude == null && latitude == null) {
            if (values.get("coordinate_system") != null) {
                mistakes.add(new Mistake("longitude", "network.field.pointHalf"));
            }
            return;
        }
        if (longitude == null || latitude == null) {
            mistakes.add(new Mistake(longitude == null ? "longitude" : "latitude", "network.field.pointHalf"));
            return;
        }
        if (outside(longitude, WEST, EAST)) {
            mistakes.add(new Mistake("longitude", "network.field.outsideCity"));
        }
        if (outside(latitude, SOUTH, NORTH)) {
            mistakes.add(new Mistake("latitude", "network.field.outsideCity"));
        }
        if (values.get("coordinate_system") == null) {
            mistakes.add(new Mistake("coordinate_system", "network.field.systemNeeded"));
        }
    }

    private static boolean outside(String degrees, double least, double most) {
        double value = Double.parseDouble(degrees);
        return !(value >= least && value <= most);
    }
}
