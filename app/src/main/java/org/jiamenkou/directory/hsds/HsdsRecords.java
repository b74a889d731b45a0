package org.jiamenkou.directory.hsds;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.elements.Code;
import org.jiamenkou.elements.CodeSet;
import org.jiamenkou.network.CoordinateSystem;
import org.jiamenkou.network.Point;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** HSDS 3.0 objects as JSON fields. What is not known is left out, never guessed. */
public final class HsdsRecords {
    /** Hours of Shanghai east of Greenwich, as HSDS asks for a number. */
    private static final int TIME_ZONE = 8;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    public static final UUID NETWORK = HsdsIds.of("organization:network");

    private final HsdsWords words;
    private final Terms terms;

    public HsdsRecords(HsdsWords words, Terms terms) {
        this.words = words;
        this.terms = terms;
    }

    /** The network itself, which answers for the services as such. */
    public Map<String, Object> network() {
        return new Fields()
                .with("id", NETWORK)
                .with("name", words.network())
                .with("description", words.networkDescription())
                .with("website", words.base() + "/");
    }

    /**
     * An organisation behind the stations.
     *
     * @param area the name of the division it belongs to
     */
    public record Behind(
            UUID id,
            LocalText name,
            @Nullable String area,
            @Nullable UUID parent,
            @Nullable String phone,
            boolean sample) {}

    public Map<String, Object> organisation(Behind one) {
        String area = one.area() == null ? words.city() : one.area();
        return new Fields()
                .with("id", one.id())
                .with("name", one.name().zh())
                .with("alternate_name", one.name().en())
                .with(
                        "description",
                        words.marked(one.sample(), area + " " + one.name().zh()))
                .with("parent_organization_id", one.parent());
    }

    public List<Map<String, Object>> phones(@Nullable String number, UUID owner, String ownerField) {
        return number == null
                ? List.of()
                : List.of(new Fields()
                        .with("id", HsdsIds.of("phone:" + owner))
                        .with(ownerField, owner)
                        .with("number", number)
                        .with("type", "voice"));
    }

    /** A service with its one-to-one fields. */
    public Map<String, Object> service(ServiceItem item, Instant modified) {
        return new Fields()
                .with("id", item.id().value())
                .with("organization_id", NETWORK)
                .with("name", item.name().zh())
                .with("alternate_name", item.name().en())
                .with(
                        "description",
                        words.marked(item.sample(), item.guide().summary().zh()))
                .with("url", words.base() + "/services/" + item.slug())
                .with("status", "active")
                .with("fees_description", item.guide().fee().text().zh())
                .with("eligibility_description", item.guide().audience().zh())
                .with("last_modified", moment(modified))
                .with("organization", network());
    }

    /** What a nested service has besides: papers to bring, its terms. */
    public Map<String, Object> serviceInFull(ServiceItem item, Instant modified) {
        Fields fields = (Fields) service(item, modified);
        UUID id = item.id().value();
        List<Object> papers = new ArrayList<>();
        item.guide()
                .materials()
                .forEach(material -> papers.add(new Fields()
                        .with("id", HsdsIds.of("paper:" + id + "/" + papers.size()))
                        .with("service_id", id)
                        .with("document", material.name().zh())));
        return fields.with("required_documents", papers)
                .with(
                        "languages",
                        List.of(new Fields()
                                .with("id", HsdsIds.of("language:" + id))
                                .with("service_id", id)
                                .with("code", "zh")))
                .with("attributes", attributes(id, "service", Terms.of(item)));
    }

    private List<Object> attributes(UUID owner, String entity, Map<String, String> codes) {
        List<Object> attributes = new ArrayList<>();
        for (CodeSet set : terms.sets()) {
            String code = codes.get(set.code());
            set.find(code == null ? "" : code)
                    .ifPresent(found -> attributes.add(new Fields()
                            .with("id", HsdsIds.of("attribute:" + owner + "/" + set.code()))
                            .with("link_id", owner)
                            .with("link_entity", entity)
                            .with("taxonomy_term_id", Terms.term(set.code(), found.code()))
                            .with("taxonomy_term", term(set, found))));
        }
        return attributes;
    }

    /** A place with its one-to-one fields. */
    public Map<String, Object> location(Station station) {
        Point known = station.point();
        Point point = known != null && known.system() == CoordinateSystem.WGS84 ? known : null;
        return new Fields()
                .with("id", station.id().id())
                .with("location_type", "physical")
                .with("url", words.base() + "/stations/" + station.code())
                .with("name", station.name().zh())
                .with("alternate_name", station.name().en())
                .with(
                        "description",
                        words.marked(station.sample(), station.name().zh()))
                .with("latitude", point == null ? null : point.latitude())
                .with("longitude", point == null ? null : point.longitude())
                .with("external_identifier", station.code())
                .with("external_identifier_type", "jiamenkou public code");
    }

    /** A place with address, phone, steps at the door and hours. */
    public Map<String, Object> locationInFull(Station station, String region, List<ScheduleRow> hours) {
        UUID id = station.id().id();
        List<Object> addresses = station.address() == null
                ? List.of()
                : List.of(new Fields()
                        .with("id", HsdsIds.of("address:" + id))
                        .with("location_id", id)
                        .with("address_1", station.address().zh())
                        .with("city", words.city())
                        .with("region", region)
                        .with("state_province", words.city())
                        .with("postal_code", "")
                        .with("country", "CN")
                        .with("address_type", "physical"));
        List<Object> access = station.stepFree() == null
                ? List.of()
                : List.of(new Fields()
                        .with("id", HsdsIds.of("accessibility:" + id))
                        .with("location_id", id)
                        .with("description", station.stepFree() ? "step-free" : "not step-free"));
        return ((Fields) location(station))
                .with("addresses", addresses)
                .with("accessibility", access)
                .with("phones", phones(station.phone(), id, "location_id"))
                .with("schedules", schedules(hours, new Hours(id, "location_id", "in_person")))
                .with("attributes", attributes(id, "location", Map.of(Terms.STATION_TYPE, station.type())));
    }

    /** Whose hours: id and field of the owner, and how one attends. */
    public record Hours(UUID owner, String ownerField, String attending) {}

    public List<Object> schedules(List<ScheduleRow> rows, Hours hours) {
        List<Object> schedules = new ArrayList<>();
        for (ScheduleRow row : rows) {
            String days = row.weekdays().stream().map(HsdsRecords::day).collect(Collectors.joining(","));
            String opens = clock(row.span().opensMinute());
            schedules.add(new Fields()
                    .with(
                            "id",
                            HsdsIds.of("schedule:" + hours.owner() + "/" + hours.attending() + "/" + row.from() + "/"
                                    + days + "/" + opens))
                    .with(hours.ownerField(), hours.owner())
                    .with("valid_from", row.from().toString())
                    .with("valid_to", row.until().toString())
                    .with("dtstart", row.from().toString())
                    .with("timezone", TIME_ZONE)
                    .with("until", row.until().toString())
                    .with("count", row.isDated() ? 1 : null)
                    .with("wkst", row.isDated() ? null : "MO")
                    .with("freq", row.isDated() ? null : "WEEKLY")
                    .with("interval", row.isDated() ? null : 1)
                    .with("byday", row.isDated() ? null : days)
                    .with("description", row.reason())
                    .with("opens_at", opens)
                    .with("closes_at", clock(row.span().closesMinute()))
                    .with("attending_type", hours.attending())
                    .with("notes", row.shift().code()));
        }
        return schedules;
    }

    private static String day(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d:00", minute / 60, minute % 60);
    }

    /** An item at a station: its own fields with the place and the service. */
    public Map<String, Object> offered(
            OfferedIndex.Pair pair, String description, Map<String, Object> location, Map<String, Object> service) {
        return new Fields()
                .with("id", pair.id())
                .with("service_id", pair.item().id().value())
                .with("location_id", pair.station().id().id())
                .with("description", description)
                .with("location", location)
                .with("service", service);
    }

    /** What an item at a station says of itself: how it is done there, and the station's own words. */
    public String description(OfferedIndex.Pair pair, Set<String> ways, List<@Nullable String> remarks) {
        StringBuilder text = new StringBuilder(pair.item().name().zh())
                .append(" · ")
                .append(pair.station().name().zh())
                .append(" (")
                .append(ways.stream().sorted().collect(Collectors.joining(", ")))
                .append(')');
        for (String remark : remarks) {
            if (remark != null) {
                text.append(" · ").append(remark);
            }
        }
        return text.toString();
    }

    public Map<String, Object> taxonomy(CodeSet set) {
        return new Fields()
                .with("id", Terms.taxonomy(set.code()))
                .with("name", set.name().zh())
                .with(
                        "description",
                        set.name().en() == null ? set.source() : set.name().en() + " · " + set.source())
                .with("version", "3.0");
    }

    public Map<String, Object> term(CodeSet set, Code code) {
        String parent = code.parent();
        return new Fields()
                .with("id", Terms.term(set.code(), code.code()))
                .with("code", code.code())
                .with("name", code.name().zh())
                .with(
                        "description",
                        code.name().en() == null
                                ? code.name().zh()
                                : code.name().en())
                .with(
                        "parent_id",
                        parent != null && set.find(parent).isPresent() ? Terms.term(set.code(), parent) : null)
                .with("taxonomy", set.name().zh())
                .with("taxonomy_id", Terms.taxonomy(set.code()))
                .with("language", "zh");
    }

    public static String moment(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS).atZone(SHANGHAI));
    }
}
