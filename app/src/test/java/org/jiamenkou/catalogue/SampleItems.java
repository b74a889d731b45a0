package org.jiamenkou.catalogue;

import java.util.List;
import java.util.Set;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** An item that breaks no rule, for tests to change in one respect. */
@NullMarked
public final class SampleItems {
    public static final LocalText TEXT = new LocalText("好", "Good");

    private SampleItems() {}

    public static Guide guide() {
        return new Guide(
                TEXT,
                Guide.Type.PUBLIC_SERVICE,
                List.of(new Guide.Basis("优化营商环境条例", "第二十四条")),
                TEXT,
                Guide.Level.SUBDISTRICT,
                TEXT,
                null,
                List.of(),
                Guide.Codes.NOT_KNOWN,
                TEXT,
                Guide.CaseType.PROMISED,
                List.of(TEXT),
                new Guide.Limit(20, Guide.Unit.WORKING_DAYS, null),
                new Guide.Limit(5, Guide.Unit.WORKING_DAYS, null),
                1,
                List.of(),
                new Guide.Fee(false, new LocalText("不收费", "Free"), null),
                List.of(new Guide.Material(new LocalText("身份证", "Identity card"), true, 0, null)),
                List.of(new Guide.Step(TEXT, TEXT)),
                List.of(TEXT),
                TEXT,
                TEXT,
                new LocalText("随申办", "Suishenban app"),
                Set.of(Guide.Acting.BEHALF),
                new Guide.Presence(false, null),
                null);
    }

    public static ItemContent item(String slug, String serviceClass) {
        return new ItemContent(
                slug,
                TEXT,
                List.of(),
                serviceClass,
                "civil-affairs",
                "living",
                Set.of(),
                "S2",
                false,
                false,
                false,
                false,
                false,
                false,
                "affairs",
                Set.of("residents-station"),
                Set.of(Way.STATION, Way.ONLINE),
                guide());
    }

    public static ItemContent item(Guide guide) {
        return item(guide, false, Set.of(Way.STATION, Way.ONLINE));
    }

    public static ItemContent item(Guide guide, boolean fullyOnline, Set<Way> ways) {
        ItemContent plain = item("residence-permit", "government");
        return new ItemContent(
                plain.slug(),
                plain.name(),
                plain.aliases(),
                plain.serviceClass(),
                plain.line(),
                plain.scene(),
                plain.focus(),
                plain.source(),
                false,
                false,
                fullyOnline,
                false,
                false,
                false,
                plain.decidedBy(),
                plain.deliveredAt(),
                ways,
                guide);
    }

    /** The plain guide with these differences; what is null stays as it is. */
    public record Change(
            @Nullable List<LocalText> conditions,
            Guide.@Nullable Limit statutory,
            Guide.@Nullable Limit promised,
            @Nullable Integer visits,
            Guide.@Nullable Fee fee,
            @Nullable List<Guide.Material> materials,
            Guide.@Nullable Presence presence,
            @Nullable List<Guide.Step> steps) {
        public Guide apply() {
            Guide plain = guide();
            return new Guide(
                    plain.summary(),
                    plain.type(),
                    plain.basis(),
                    plain.powerSource(),
                    plain.level(),
                    plain.authority(),
                    null,
                    List.of(),
                    plain.codes(),
                    plain.audience(),
                    plain.caseType(),
                    conditions == null ? plain.conditions() : conditions,
                    statutory == null ? plain.statutoryLimit() : statutory,
                    promised == null ? plain.promisedLimit() : promised,
                    visits == null ? plain.visits() : visits,
                    List.of(),
                    fee == null ? plain.fee() : fee,
                    materials == null ? plain.materials() : materials,
                    steps == null ? plain.steps() : steps,
                    plain.results(),
                    plain.enquiry(),
                    plain.supervision(),
                    plain.onlineAt(),
                    plain.acting(),
                    presence == null ? plain.presence() : presence,
                    null);
        }
    }
}
