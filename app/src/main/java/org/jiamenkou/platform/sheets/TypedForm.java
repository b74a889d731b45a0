package org.jiamenkou.platform.sheets;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A page's form held against the same columns as a sheet: one rule for both ways of typing. */
public final class TypedForm {
    private TypedForm() {}

    /** @param values in normal form; what is empty is not in it */
    public record Answer(Map<String, String> values, Map<String, SheetProblem.Says> mistakes) {}

    public static Answer read(SheetForm form, Map<String, String> typed) {
        Map<String, String> values = new HashMap<>();
        Map<String, SheetProblem.Says> mistakes = new LinkedHashMap<>();
        for (SheetColumn column : form.columns()) {
            CellCheck.Answer answer = new CellCheck(column).read(typed.getOrDefault(column.key(), ""));
            String value = answer.value();
            if (answer.says() != null) {
                mistakes.put(column.key(), answer.says());
            } else if (value != null) {
                values.put(column.key(), value);
            } else if (column.required()) {
                mistakes.put(column.key(), SheetProblem.Says.of("platform.sheet.required"));
            }
        }
        return new Answer(values, mistakes);
    }
}
