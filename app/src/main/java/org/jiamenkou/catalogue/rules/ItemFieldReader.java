package org.jiamenkou.catalogue.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jiamenkou.catalogue.FieldProblem;
import org.jiamenkou.catalogue.Guide;
import org.jiamenkou.catalogue.ItemContent;
import org.jiamenkou.catalogue.ItemField;
import org.jiamenkou.catalogue.Way;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** Reads an item from what was typed and says field by field what is missing or malformed. Pure; codes are looked up elsewhere. */
public final class ItemFieldReader {
    private static final FieldProblem.Message REQUIRED = new FieldProblem.Message("catalogue.item.error.required");
    private static final FieldProblem.Message CHOICE = new FieldProblem.Message("catalogue.item.error.choice");
    private static final FieldProblem.Message NUMBER = new FieldProblem.Message("catalogue.item.error.number");
    private static final FieldProblem.Message UNIT = new FieldProblem.Message("catalogue.item.error.unit");
    private static final FieldProblem.Message AMOUNT = new FieldProblem.Message("catalogue.item.error.amount");
    private static final FieldProblem.Message LINE = new FieldProblem.Message("catalogue.item.error.line");
    private static final FieldProblem.Message LONG = new FieldProblem.Message("catalogue.item.error.long");
    private static final FieldProblem.Message CHINESE = new FieldProblem.Message("catalogue.item.error.chinese");
    private static final int LONGEST = 8_000;
    private static final int MOST = 100_000;
    /** Stands in for a text that is missing; the item is then refused. */
    private static final LocalText MISSING = LocalText.of("?");

    private final Map<ItemField, String> typed;
    private final List<FieldProblem> problems = new ArrayList<>();

    private ItemFieldReader(Map<ItemField, String> typed) {
        this.typed = typed;
    }

    /** Either an item or at least one problem. */
    public record Read(@Nullable ItemContent item, List<FieldProblem> problems) {}

    public static Read read(Map<ItemField, String> typed) {
        ItemFieldReader reader = new ItemFieldReader(typed);
        ItemContent item = reader.item();
        return new Read(reader.problems.isEmpty() ? item : null, List.copyOf(reader.problems));
    }

    private ItemContent item() {
        for (ItemField field : ItemField.values()) {
            if (get(field).length() > LONGEST) {
                problems.add(FieldProblem.of(field, LONG, LONGEST));
            }
        }
        return new ItemContent(
                required(ItemField.SLUG),
                text(ItemField.NAME_ZH),
                plainLines(ItemField.ALIASES),
                required(ItemField.SERVICE_CLASS),
                required(ItemField.LINE),
                required(ItemField.SCENE),
                set(ItemField.FOCUS),
                required(ItemField.SOURCE),
                flag(ItemField.SAMPLE),
                flag(ItemField.CITY_WIDE),
                flag(ItemField.FULLY_ONLINE),
                flag(ItemField.SELF_SERVICE),
                flag(ItemField.YANGTZE_DELTA),
                flag(ItemField.MEDICAL_GROUP),
                required(ItemField.DECIDED_BY),
                set(ItemField.DELIVERED_AT),
                choices(ItemField.WAYS, Way.class),
                guide());
    }

    private Guide guide() {
        return new Guide(
                text(ItemField.SUMMARY_ZH),
                choice(ItemField.TYPE, Guide.Type.class),
                lines(ItemField.BASIS, 2, row -> new Guide.Basis(row.text(0), row.optional(1))),
                text(ItemField.POWER_SOURCE_ZH),
                choice(ItemField.LEVEL, Guide.Level.class),
                text(ItemField.AUTHORITY_ZH),
                optionalText(ItemField.ENTRUSTED_ZH),
                texts(ItemField.JOINT_WITH),
                new Guide.Codes(
                        optional(ItemField.BASIC_CODE),
                        optional(ItemField.IMPLEMENTATION_CODE),
                        optional(ItemField.BUSINESS_ITEM_CODE),
                        optional(ItemField.AUTHORITY_CODE),
                        optional(ItemField.AUTHORITY_NATURE)),
                text(ItemField.AUDIENCE_ZH),
                choice(ItemField.CASE_TYPE, Guide.CaseType.class),
                texts(ItemField.CONDITIONS),
                limit(ItemField.STATUTORY_AMOUNT),
                limit(ItemField.PROMISED_AMOUNT),
                visits(),
                texts(ItemField.SPECIAL_PROCEDURES),
                new Guide.Fee(flag(ItemField.CHARGED), text(ItemField.FEE_ZH), optionalText(ItemField.FEE_BASIS_ZH)),
                materials(),
                lines(ItemField.STEPS, 4, row -> new Guide.Step(row.local(0), row.local(2))),
                texts(ItemField.RESULTS),
                text(ItemField.ENQUIRY_ZH),
                text(ItemField.SUPERVISION_ZH),
                optionalText(ItemField.ONLINE_AT_ZH),
                choices(ItemField.ACTING, Guide.Acting.class),
                new Guide.Presence(flag(ItemField.PRESENCE), optionalText(ItemField.PRESENCE_WHY_ZH)),
                rhythm());
    }

    private String get(ItemField field) {
        return typed.getOrDefault(field, "").strip();
    }

    private String required(ItemField field) {
        String value = get(field);
        if (value.isEmpty()) {
            problems.add(FieldProblem.of(field, REQUIRED));
        }
        return value;
    }

    private @Nullable String optional(ItemField field) {
        String value = get(field);
        return value.isEmpty() ? null : value;
    }

    private LocalText text(ItemField zh) {
        LocalText text = optionalText(zh);
        if (text == null) {
            problems.add(FieldProblem.of(zh, REQUIRED));
            return MISSING;
        }
        return text;
    }

    /** English alone is refused: the Chinese is what counts. */
    private @Nullable LocalText optionalText(ItemField zh) {
        String chinese = get(zh);
        String english = optional(ItemFields.next(zh));
        if (chinese.isEmpty()) {
            if (english != null) {
                problems.add(FieldProblem.of(zh, CHINESE));
            }
            return null;
        }
        return new LocalText(chinese, english);
    }

    private boolean flag(ItemField field) {
        return Set.of("true", "1", "yes").contains(get(field));
    }

    private Set<String> set(ItemField field) {
        Set<String> set = new TreeSet<>();
        for (String one : get(field).split("[,\\s]+")) {
            if (!one.isEmpty()) {
                set.add(one);
            }
        }
        return set;
    }

    private <E extends Enum<E>> E choice(ItemField field, Class<E> type) {
        E[] all = type.getEnumConstants();
        String code = get(field);
        for (E one : all) {
            if (ItemFields.code(one).equals(code)) {
                return one;
            }
        }
        problems.add(FieldProblem.of(field, code.isEmpty() ? REQUIRED : CHOICE, code));
        return all[0];
    }

    private <E extends Enum<E>> Set<E> choices(ItemField field, Class<E> type) {
        Set<E> found = new TreeSet<>();
        for (String code : set(field)) {
            Arrays.stream(type.getEnumConstants())
                    .filter(one -> ItemFields.code(one).equals(code))
                    .findFirst()
                    .ifPresentOrElse(found::add, () -> problems.add(FieldProblem.of(field, CHOICE, code)));
        }
        return found;
    }

    private @Nullable Integer number(ItemField field) {
        String value = get(field);
        if (value.isEmpty()) {
            return null;
        }
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) > MOST) {
            problems.add(FieldProblem.of(field, NUMBER, MOST));
            return null;
        }
        return Integer.parseInt(value);
    }

    private int visits() {
        Integer visits = number(ItemField.VISITS);
        if (get(ItemField.VISITS).isEmpty()) {
            problems.add(FieldProblem.of(ItemField.VISITS, REQUIRED));
        }
        return visits == null ? 0 : visits;
    }

    private Guide.@Nullable Rhythm rhythm() {
        Integer days = number(ItemField.RHYTHM_DAYS);
        return days == null ? null : new Guide.Rhythm(days);
    }

    /** A limit is an amount and a unit, or neither. */
    private Guide.@Nullable Limit limit(ItemField amountField) {
        ItemField unitField = ItemFields.next(amountField);
        ItemField noteField = ItemFields.next(unitField);
        Integer amount = number(amountField);
        LocalText note = optionalText(noteField);
        if (get(amountField).isEmpty()) {
            if (!get(unitField).isEmpty() || note != null) {
                problems.add(FieldProblem.of(amountField, AMOUNT));
            }
            return null;
        }
        if (get(unitField).isEmpty()) {
            problems.add(FieldProblem.of(unitField, UNIT));
            return null;
        }
        Guide.Unit unit = choice(unitField, Guide.Unit.class);
        return amount == null ? null : new Guide.Limit(amount, unit, note);
    }

    private List<Guide.Material> materials() {
        return lines(ItemField.MATERIALS, 6, row -> {
            String original = row.optional(2);
            String copies = row.optional(3);
            if (original != null && !original.matches("[01]") || copies != null && !copies.matches("\\d{1,2}")) {
                throw new IllegalArgumentException("originals and copies are numbers");
            }
            return new Guide.Material(
                    row.local(0), "1".equals(original), copies == null ? 0 : Integer.parseInt(copies), row.note(4));
        });
    }

    private List<LocalText> texts(ItemField field) {
        return lines(field, 2, row -> row.local(0));
    }

    private List<String> plainLines(ItemField field) {
        return get(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private <T> List<T> lines(ItemField field, int parts, Function<Row, T> entry) {
        List<T> all = new ArrayList<>();
        int number = 0;
        for (String line : get(field).lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] cells = line.split("[|\\uff5c]", -1);
            try {
                if (cells.length > parts) {
                    throw new IllegalArgumentException("too many parts");
                }
                all.add(entry.apply(new Row(cells)));
            } catch (IllegalArgumentException malformed) {
                problems.add(FieldProblem.of(field, LINE, number, parts));
            }
        }
        return all;
    }

    private record Row(String[] cells) {
        private String text(int at) {
            String text = optional(at);
            if (text == null) {
                throw new IllegalArgumentException("part " + at + " is missing");
            }
            return text;
        }

        private @Nullable String optional(int at) {
            String text = at < cells.length ? cells[at].strip() : "";
            return text.isEmpty() ? null : text;
        }

        private LocalText local(int at) {
            return new LocalText(text(at), optional(at + 1));
        }

        private @Nullable LocalText note(int at) {
            return optional(at) == null ? null : local(at);
        }
    }
}
