package org.jiamenkou.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiamenkou.platform.sheets.SheetColumn;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetProblem;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** The fields of an entry of a list, the same in a sheet and on a page. */
public final class ListEntryForm {
    static final String NAME = "catalogue.sheet.lists";
    static final String NUMBER = "number";
    static final int HIGHEST_NUMBER = 9_999;
    private static final int LONGEST = 500;

    static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.of(NUMBER, SheetColumn.Type.WHOLE).must(),
            SheetColumn.text("name_zh").must(),
            SheetColumn.text("name_en").atMost(LONGEST),
            SheetColumn.text("law"),
            SheetColumn.text("clause"),
            SheetColumn.text("note_zh").atMost(LONGEST),
            SheetColumn.text("note_en").atMost(LONGEST),
            SheetColumn.text("instead_zh").atMost(LONGEST),
            SheetColumn.text("instead_en").atMost(LONGEST));

    private ListEntryForm() {}

    public static SheetForm form() {
        return new SheetForm(NAME, COLUMNS);
    }

    /** @param entry null when there are mistakes, by field */
    public record Read(PositiveList.@Nullable Entry entry, Map<String, SheetProblem.Says> mistakes) {}

    /** @param values in normal form; what is empty is not in it. Name and a number are there. */
    public static Read read(ListKind list, Map<String, String> values) {
        Map<String, SheetProblem.Says> mistakes = new LinkedHashMap<>();
        int number = Integer.parseInt(values.getOrDefault(NUMBER, "0"));
        if (number < 1 || number > HIGHEST_NUMBER) {
            mistakes.put(NUMBER, SheetProblem.Says.of("catalogue.list.wrong.number", String.valueOf(HIGHEST_NUMBER)));
        }
        if (values.containsKey("clause") && !values.containsKey("law")) {
            mistakes.put("law", SheetProblem.Says.of("catalogue.list.wrong.lawFirst"));
        }
        for (String part : List.of("note", "instead")) {
            if (values.containsKey(part + "_en") && !values.containsKey(part + "_zh")) {
                mistakes.put(part + "_zh", SheetProblem.Says.of("catalogue.list.wrong.chineseFirst"));
            }
        }
        if (list == ListKind.CERTIFICATE_BAN
                && !values.containsKey("instead_zh")
                && !mistakes.containsKey("instead_zh")) {
            mistakes.put("instead_zh", SheetProblem.Says.of("catalogue.list.wrong.insteadMissing"));
        }
        if (!mistakes.isEmpty()) {
            return new Read(null, mistakes);
        }
        String law = values.get("law");
        return new Read(
                new PositiveList.Entry(
                        number,
                        new LocalText(values.getOrDefault("name_zh", ""), values.get("name_en")),
                        law == null ? null : new Guide.Basis(law, values.get("clause")),
                        text(values, "note"),
                        text(values, "instead")),
                mistakes);
    }

    private static @Nullable LocalText text(Map<String, String> values, String part) {
        String zh = values.get(part + "_zh");
        return zh == null ? null : new LocalText(zh, values.get(part + "_en"));
    }

    /** An entry as its fields; what it does not have is not in the map. */
    public static Map<String, String> values(PositiveList.Entry entry) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(NUMBER, String.valueOf(entry.number()));
        put(values, "name", entry.name());
        Guide.Basis basis = entry.basis();
        if (basis != null) {
            values.put("law", basis.law());
            if (basis.clause() != null) {
                values.put("clause", basis.clause());
            }
        }
        put(values, "note", entry.note());
        put(values, "instead", entry.instead());
        return values;
    }

    private static void put(Map<String, String> values, String part, @Nullable LocalText text) {
        if (text != null) {
            values.put(part + "_zh", text.zh());
            String en = text.en();
            if (en != null) {
                values.put(part + "_en", en);
            }
        }
    }
}
