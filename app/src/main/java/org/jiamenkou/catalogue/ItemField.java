package org.jiamenkou.catalogue;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of an item and its guide as people type them: on the page, in a sheet, in a comparison of two editions. */
public enum ItemField {
    SLUG("slug", Kind.TEXT, Part.NAMES),
    NAME_ZH("nameZh", Kind.TEXT, Part.NAMES),
    NAME_EN("nameEn", Kind.TEXT, Part.NAMES),
    ALIASES("aliases", Kind.LINES, Part.NAMES),
    SUMMARY_ZH("summaryZh", Kind.LONG, Part.NAMES),
    SUMMARY_EN("summaryEn", Kind.LONG, Part.NAMES),
    SERVICE_CLASS("class", Kind.CHOICE, Part.FILING),
    LINE("line", Kind.CHOICE, Part.FILING),
    SCENE("scene", Kind.CHOICE, Part.FILING),
    FOCUS("focus", Kind.CHOICES, Part.FILING),
    DECIDED_BY("decidedBy", Kind.CHOICE, Part.FILING),
    DELIVERED_AT("deliveredAt", Kind.CHOICES, Part.FILING),
    SOURCE("source", Kind.TEXT, Part.FILING),
    SAMPLE("sample", Kind.FLAG, Part.FILING),
    WAYS("ways", Kind.CHOICES, Part.WAYS),
    ONLINE_AT_ZH("onlineAtZh", Kind.TEXT, Part.WAYS),
    ONLINE_AT_EN("onlineAtEn", Kind.TEXT, Part.WAYS),
    FULLY_ONLINE("fullyOnline", Kind.FLAG, Part.WAYS),
    CITY_WIDE("cityWide", Kind.FLAG, Part.WAYS),
    SELF_SERVICE("selfService", Kind.FLAG, Part.WAYS),
    YANGTZE_DELTA("yangtzeDelta", Kind.FLAG, Part.WAYS),
    MEDICAL_GROUP("medicalGroup", Kind.FLAG, Part.WAYS),
    VISITS("visits", Kind.NUMBER, Part.WAYS),
    PRESENCE("presence", Kind.FLAG, Part.WAYS),
    PRESENCE_WHY_ZH("presenceWhyZh", Kind.TEXT, Part.WAYS),
    PRESENCE_WHY_EN("presenceWhyEn", Kind.TEXT, Part.WAYS),
    ACTING("acting", Kind.CHOICES, Part.WAYS),
    TYPE("type", Kind.CHOICE, Part.AUTHORITY),
    LEVEL("level", Kind.CHOICE, Part.AUTHORITY),
    AUTHORITY_ZH("authorityZh", Kind.TEXT, Part.AUTHORITY),
    AUTHORITY_EN("authorityEn", Kind.TEXT, Part.AUTHORITY),
    POWER_SOURCE_ZH("powerSourceZh", Kind.TEXT, Part.AUTHORITY),
    POWER_SOURCE_EN("powerSourceEn", Kind.TEXT, Part.AUTHORITY),
    ENTRUSTED_ZH("entrustedZh", Kind.TEXT, Part.AUTHORITY),
    ENTRUSTED_EN("entrustedEn", Kind.TEXT, Part.AUTHORITY),
    JOINT_WITH("jointWith", Kind.LINES, Part.AUTHORITY),
    BASIS("basis", Kind.LINES, Part.AUTHORITY),
    BASIC_CODE("basicCode", Kind.TEXT, Part.AUTHORITY),
    IMPLEMENTATION_CODE("implementationCode", Kind.TEXT, Part.AUTHORITY),
    BUSINESS_ITEM_CODE("businessItemCode", Kind.TEXT, Part.AUTHORITY),
    AUTHORITY_CODE("authorityCode", Kind.TEXT, Part.AUTHORITY),
    AUTHORITY_NATURE("authorityNature", Kind.TEXT, Part.AUTHORITY),
    AUDIENCE_ZH("audienceZh", Kind.LONG, Part.WHO),
    AUDIENCE_EN("audienceEn", Kind.LONG, Part.WHO),
    CONDITIONS("conditions", Kind.LINES, Part.WHO),
    MATERIALS("materials", Kind.LINES, Part.WHO),
    CASE_TYPE("caseType", Kind.CHOICE, Part.TIME),
    STATUTORY_AMOUNT("statutoryAmount", Kind.NUMBER, Part.TIME),
    STATUTORY_UNIT("statutoryUnit", Kind.CHOICE, Part.TIME),
    STATUTORY_NOTE_ZH("statutoryNoteZh", Kind.TEXT, Part.TIME),
    STATUTORY_NOTE_EN("statutoryNoteEn", Kind.TEXT, Part.TIME),
    PROMISED_AMOUNT("promisedAmount", Kind.NUMBER, Part.TIME),
    PROMISED_UNIT("promisedUnit", Kind.CHOICE, Part.TIME),
    PROMISED_NOTE_ZH("promisedNoteZh", Kind.TEXT, Part.TIME),
    PROMISED_NOTE_EN("promisedNoteEn", Kind.TEXT, Part.TIME),
    SPECIAL_PROCEDURES("specialProcedures", Kind.LINES, Part.TIME),
    RHYTHM_DAYS("rhythmDays", Kind.NUMBER, Part.TIME),
    CHARGED("charged", Kind.FLAG, Part.FEE),
    FEE_ZH("feeZh", Kind.TEXT, Part.FEE),
    FEE_EN("feeEn", Kind.TEXT, Part.FEE),
    FEE_BASIS_ZH("feeBasisZh", Kind.TEXT, Part.FEE),
    FEE_BASIS_EN("feeBasisEn", Kind.TEXT, Part.FEE),
    STEPS("steps", Kind.LINES, Part.COURSE),
    RESULTS("results", Kind.LINES, Part.COURSE),
    ENQUIRY_ZH("enquiryZh", Kind.LONG, Part.COURSE),
    ENQUIRY_EN("enquiryEn", Kind.LONG, Part.COURSE),
    SUPERVISION_ZH("supervisionZh", Kind.LONG, Part.COURSE),
    SUPERVISION_EN("supervisionEn", Kind.LONG, Part.COURSE);

    private final String key;
    private final Kind kind;
    private final Part part;

    ItemField(String key, Kind kind, Part part) {
        this.key = key;
        this.kind = kind;
        this.part = part;
    }

    /** How it is typed: LINES one entry a line, its parts divided by a bar; CHOICES codes divided by commas. */
    public enum Kind {
        TEXT,
        LONG,
        LINES,
        FLAG,
        NUMBER,
        CHOICE,
        CHOICES
    }

    /** The parts of the form. */
    public enum Part {
        NAMES,
        FILING,
        WAYS,
        AUTHORITY,
        WHO,
        TIME,
        FEE,
        COURSE
    }

    /** Name of the input and of the column of a sheet. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public Part part() {
        return part;
    }

    public String labelKey() {
        return "catalogue.item.field." + key;
    }

    /** How a line is written, null where the label says all. */
    public @Nullable String hintKey() {
        return kind == Kind.LINES || this == SLUG ? "catalogue.item.hint." + key : null;
    }

    public static Optional<ItemField> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }
}
