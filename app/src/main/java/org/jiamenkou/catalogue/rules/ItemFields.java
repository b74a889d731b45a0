package org.jiamenkou.catalogue.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiamenkou.catalogue.Guide;
import org.jiamenkou.catalogue.ItemContent;
import org.jiamenkou.catalogue.ItemField;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** An item as it is typed, field by field. {@link ItemFieldReader} reads the same form back. */
public final class ItemFields {
    private static final String BAR = " | ";

    private ItemFields() {}

    public static Map<ItemField, String> of(ItemContent item) {
        Map<ItemField, String> to = new EnumMap<>(ItemField.class);
        Guide guide = item.guide();
        to.put(ItemField.SLUG, item.slug());
        to.put(ItemField.NAME_ZH, item.name().zh());
        to.put(ItemField.NAME_EN, plain(item.name().en()));
        to.put(ItemField.ALIASES, String.join("\n", item.aliases()));
        to.put(ItemField.SERVICE_CLASS, item.serviceClass());
        to.put(ItemField.LINE, item.line());
        to.put(ItemField.SCENE, item.scene());
        to.put(ItemField.FOCUS, String.join(",", item.focus()));
        to.put(ItemField.DECIDED_BY, item.decidedBy());
        to.put(ItemField.DELIVERED_AT, String.join(",", item.deliveredAt()));
        to.put(ItemField.SOURCE, item.source());
        to.put(ItemField.SAMPLE, flag(item.sample()));
        to.put(ItemField.WAYS, codes(item.ways()));
        to.put(ItemField.FULLY_ONLINE, flag(item.fullyOnline()));
        to.put(ItemField.CITY_WIDE, flag(item.cityWide()));
        to.put(ItemField.SELF_SERVICE, flag(item.selfService()));
        to.put(ItemField.YANGTZE_DELTA, flag(item.yangtzeDelta()));
        to.put(ItemField.MEDICAL_GROUP, flag(item.medicalGroup()));
        text(to, ItemField.ONLINE_AT_ZH, guide.onlineAt());
        text(to, ItemField.SUMMARY_ZH, guide.summary());
        course(to, guide);
        authority(to, guide);
        time(to, guide);
        return to;
    }

    private static void course(Map<ItemField, String> to, Guide guide) {
        to.put(ItemField.VISITS, String.valueOf(guide.visits()));
        to.put(ItemField.PRESENCE, flag(guide.presence().required()));
        text(to, ItemField.PRESENCE_WHY_ZH, guide.presence().why());
        to.put(ItemField.ACTING, codes(guide.acting()));
        text(to, ItemField.AUDIENCE_ZH, guide.audience());
        to.put(ItemField.CONDITIONS, texts(guide.conditions()));
        to.put(
                ItemField.MATERIALS,
                lines(
                        guide.materials(),
                        one -> row(
                                one.name().zh(),
                                one.name().en(),
                                one.original() ? "1" : "0",
                                String.valueOf(one.copies()),
                                zh(one.note()),
                                en(one.note()))));
        to.put(
                ItemField.STEPS,
                lines(
                        guide.steps(),
                        one -> row(
                                one.title().zh(),
                                one.title().en(),
                                one.text().zh(),
                                one.text().en())));
        to.put(ItemField.RESULTS, texts(guide.results()));
        text(to, ItemField.ENQUIRY_ZH, guide.enquiry());
        text(to, ItemField.SUPERVISION_ZH, guide.supervision());
        to.put(ItemField.CHARGED, flag(guide.fee().charged()));
        text(to, ItemField.FEE_ZH, guide.fee().text());
        text(to, ItemField.FEE_BASIS_ZH, guide.fee().basis());
    }

    private static void authority(Map<ItemField, String> to, Guide guide) {
        to.put(ItemField.TYPE, code(guide.type()));
        to.put(ItemField.LEVEL, code(guide.level()));
        text(to, ItemField.AUTHORITY_ZH, guide.authority());
        text(to, ItemField.POWER_SOURCE_ZH, guide.powerSource());
        text(to, ItemField.ENTRUSTED_ZH, guide.entrusted());
        to.put(ItemField.JOINT_WITH, texts(guide.jointWith()));
        to.put(ItemField.BASIS, lines(guide.basis(), one -> row(one.law(), one.clause())));
        Guide.Codes codes = guide.codes();
        to.put(ItemField.BASIC_CODE, plain(codes.basicCode()));
        to.put(ItemField.IMPLEMENTATION_CODE, plain(codes.implementationCode()));
        to.put(ItemField.BUSINESS_ITEM_CODE, plain(codes.businessItemCode()));
        to.put(ItemField.AUTHORITY_CODE, plain(codes.authorityCode()));
        to.put(ItemField.AUTHORITY_NATURE, plain(codes.authorityNature()));
    }

    private static void time(Map<ItemField, String> to, Guide guide) {
        to.put(ItemField.CASE_TYPE, code(guide.caseType()));
        limit(to, ItemField.STATUTORY_AMOUNT, guide.statutoryLimit());
        limit(to, ItemField.PROMISED_AMOUNT, guide.promisedLimit());
        to.put(ItemField.SPECIAL_PROCEDURES, texts(guide.specialProcedures()));
        to.put(
                ItemField.RHYTHM_DAYS,
                guide.rhythm() == null ? "" : String.valueOf(guide.rhythm().everyDays()));
    }

    /** Amount, unit and note stand one after the other among the fields. */
    private static void limit(Map<ItemField, String> to, ItemField amount, Guide.@Nullable Limit limit) {
        to.put(amount, limit == null ? "" : String.valueOf(limit.amount()));
        to.put(next(amount), limit == null ? "" : code(limit.unit()));
        text(to, next(next(amount)), limit == null ? null : limit.note());
    }

    static ItemField next(ItemField field) {
        return ItemField.values()[field.ordinal() + 1];
    }

    private static void text(Map<ItemField, String> to, ItemField zh, @Nullable LocalText text) {
        to.put(zh, plain(zh(text)));
        to.put(next(zh), plain(en(text)));
    }

    private static @Nullable String zh(@Nullable LocalText text) {
        return text == null ? null : text.zh();
    }

    private static @Nullable String en(@Nullable LocalText text) {
        return text == null ? null : text.en();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String flag(boolean set) {
        return set ? "true" : "";
    }

    private static String texts(List<LocalText> texts) {
        return lines(texts, one -> row(one.zh(), one.en()));
    }

    private static <T> String lines(Collection<T> all, Function<T, String> line) {
        return all.stream().map(line).collect(Collectors.joining("\n"));
    }

    /** Parts that are empty at the end are left away. */
    private static String row(@Nullable String... parts) {
        List<String> row = new ArrayList<>();
        for (String part : parts) {
            row.add(plain(part).replaceAll("\\s*\\R\\s*", " "));
        }
        while (row.size() > 1 && row.getLast().isEmpty()) {
            row.removeLast();
        }
        return String.join(BAR, row);
    }

    /** As data files write a value: lower case with hyphens. */
    public static String code(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String codes(Collection<? extends Enum<?>> values) {
        return values.stream().map(ItemFields::code).collect(Collectors.joining(","));
    }
}
