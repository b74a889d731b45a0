package org.jiamenkou.catalogue.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jiamenkou.catalogue.Guide;
import org.jiamenkou.catalogue.ItemField;
import org.jiamenkou.catalogue.ItemLine;
import org.jiamenkou.catalogue.Way;
import org.jiamenkou.elements.CodeSets;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Page;

/** What the templates of the items ask for. */
public record ItemView(CodeSets codes) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** A code that may be chosen, with what people read. */
    public record Choice(String code, String text) {}

    public List<Choice> choices(Page page, ItemField field) {
        return switch (field) {
            case SERVICE_CLASS -> of(page, CodeSets.SERVICE_CLASS);
            case LINE -> of(page, "functional-line");
            case SCENE -> of(page, "scene");
            case FOCUS -> of(page, "focus");
            case DELIVERED_AT -> with(page, of(page, "station-type"), "centre");
            case DECIDED_BY -> with(page, of(page, "centre-kind"), "committee", "department");
            case WAYS -> own(page, field, Way.values());
            case ACTING -> own(page, field, Guide.Acting.values());
            case TYPE -> own(page, field, Guide.Type.values());
            case LEVEL -> own(page, field, Guide.Level.values());
            case CASE_TYPE -> own(page, field, Guide.CaseType.values());
            case STATUTORY_UNIT, PROMISED_UNIT -> own(page, ItemField.PROMISED_UNIT, Guide.Unit.values());
            default -> List.of();
        };
    }

    private List<Choice> of(Page page, String set) {
        return codes.getSet(set).codes().stream()
                .map(one -> new Choice(one.code(), page.text(one.name())))
                .toList();
    }

    private static List<Choice> with(Page page, List<Choice> codes, String... more) {
        List<Choice> all = new ArrayList<>(codes);
        for (String code : more) {
            all.add(new Choice(code, page.t("catalogue.item.choice." + code)));
        }
        return all;
    }

    private static List<Choice> own(Page page, ItemField field, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .map(code -> new Choice(code, page.t("catalogue.item.choice." + field.key() + "." + code)))
                .toList();
    }

    public LocalText line(ItemLine line) {
        return codes.findSet("functional-line")
                .flatMap(set -> set.find(line.line().value()))
                .map(one -> one.name())
                .orElseGet(() -> LocalText.of(
                        line.line().value().isEmpty() ? "-" : line.line().value()));
    }

    public String at(Instant at) {
        return MINUTE.format(at.atZone(ZoneId.of("Asia/Shanghai")));
    }

    /** The language of what is typed there. */
    public String lang(ItemField field) {
        return field.key().endsWith("En") ? "en" : "zh-CN";
    }
}
