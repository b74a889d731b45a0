package org.jiamenkou.catalogue;

import java.util.List;

/**
 * What is wrong with one field of a guide as it was typed.
 *
 * @param field name of the field in {@link ItemField}
 * @param key message key; {@code args} fill its places
 */
public record FieldProblem(ItemField field, Message key, List<Object> args) {
    public FieldProblem {
        args = List.copyOf(args);
    }

    public record Message(String value) {}

    public static FieldProblem of(ItemField field, Message key, Object... args) {
        return new FieldProblem(field, key, List.of(args));
    }
}
