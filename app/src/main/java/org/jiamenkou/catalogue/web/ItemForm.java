package org.jiamenkou.catalogue.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jiamenkou.catalogue.ItemField;
import org.springframework.util.MultiValueMap;

/** The form of an item. @param slug empty for a new one; @param seen names the state the editor saw */
public record ItemForm(String slug, String seen, Map<ItemField, String> fields) {
    public String get(ItemField field) {
        return fields.getOrDefault(field, "");
    }

    public boolean has(ItemField field, String code) {
        return Arrays.asList(get(field).split(",")).contains(code);
    }

    public List<ItemField> of(ItemField.Part part) {
        return Arrays.stream(ItemField.values())
                .filter(one -> one.part() == part)
                .toList();
    }

    /** Boxes of one name are joined by commas. */
    static Map<ItemField, String> fields(MultiValueMap<String, String> sent) {
        Map<ItemField, String> fields = new EnumMap<>(ItemField.class);
        for (ItemField field : ItemField.values()) {
            List<String> values = sent.getOrDefault(field.key(), List.of());
            fields.put(
                    field,
                    field.kind() == ItemField.Kind.CHOICES
                            ? String.join(",", values.stream().sorted().toList())
                            : values.isEmpty() ? "" : values.getFirst());
        }
        return fields;
    }
}
