package org.jiamenkou.directory.api;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiamenkou.calendar.OpenState;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.network.CoordinateSystem;
import org.jiamenkou.network.Point;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** Stations, items and offerings as JSON fields. What is not known is null, never guessed. */
public final class ApiRecords {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private ApiRecords() {}

    private static @Nullable Map<String, @Nullable Object> text(@Nullable LocalText text) {
        if (text == null) {
            return null;
        }
        Map<String, @Nullable Object> both = new LinkedHashMap<>();
        both.put("zh", text.zh());
        both.put("en", text.en());
        return both;
    }

    /** @param metres from the point asked for, null when none was */
    public static Map<String, @Nullable Object> station(Station station, @Nullable Integer metres) {
        Point known = station.point();
        Point point = known != null && known.system() == CoordinateSystem.WGS84 ? known : null;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("code", station.code());
        fields.put("name", text(station.name()));
        fields.put("type", station.type());
        fields.put("address", text(station.address()));
        fields.put("latitude", point == null ? null : point.latitude());
        fields.put("longitude", point == null ? null : point.longitude());
        fields.put("phone", station.phone());
        fields.put("step_free", station.stepFree());
        fields.put("metres", metres);
        fields.put("sample", station.sample());
        return fields;
    }

    public static Map<String, @Nullable Object> hours(OpenState state) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        switch (state) {
            case OpenState.Open(var shift, var closesAt) -> {
                fields.put("state", "open");
                fields.put("until", moment(closesAt));
            }
            case OpenState.Closed(var opensAt, var reason) -> {
                fields.put("state", "closed");
                fields.put("until", moment(opensAt));
            }
            case OpenState.NotKnown(var why) -> {
                fields.put("state", "not_known");
                fields.put("until", null);
            }
        }
        return fields;
    }

    private static @Nullable String moment(@Nullable LocalDateTime at) {
        return at == null ? null : java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(SHANGHAI));
    }

    public static Map<String, @Nullable Object> item(ServiceItem item) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("slug", item.slug());
        fields.put("name", text(item.name()));
        fields.put("service_class", item.serviceClass());
        fields.put("summary", text(item.guide().summary()));
        fields.put("version", item.version());
        fields.put("valid_from", item.validFrom().toString());
        fields.put("sample", item.sample());
        return fields;
    }

    public static Map<String, @Nullable Object> offering(Offering offering) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("item", offering.slug());
        fields.put("name", text(offering.name()));
        fields.put("service_class", offering.serviceClass());
        fields.put("available", offering.isAvailable());
        fields.put("ways", offering.ways().stream().map(one -> one.way().code()).toList());
        fields.put("reason", text(offering.reason()));
        fields.put("hours_note", text(offering.hoursNote()));
        fields.put("sample", offering.sample());
        return fields;
    }

    /** One page of a list. */
    public static Map<String, @Nullable Object> page(List<?> all, int page, int perPage) {
        long from = Math.min(all.size(), (page - 1L) * perPage);
        long to = Math.min(all.size(), from + perPage);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("total", all.size());
        fields.put("page", page);
        fields.put("per_page", perPage);
        fields.put("items", List.copyOf(all.subList((int) from, (int) to)));
        return fields;
    }

    /** Whether name, address or code has these words. */
    public static boolean mentions(Station station, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return station.code().toLowerCase(Locale.ROOT).equals(wanted)
                || mentions(station.name(), wanted)
                || (station.address() != null && mentions(station.address(), wanted));
    }

    public static boolean mentions(ServiceItem item, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return mentions(item.name(), wanted) || item.aliases().stream().anyMatch(one -> one.contains(wanted));
    }

    private static boolean mentions(LocalText text, String wanted) {
        return text.zh().toLowerCase(Locale.ROOT).contains(wanted)
                || (text.en() != null && text.en().toLowerCase(Locale.ROOT).contains(wanted));
    }
}
