package org.jiamenkou.platform.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One column whose values were made by {@link Ciphers#encrypt}.
 *
 * @param table with its schema
 * @param key columns of the primary key
 * @param column the {@code bytea} with the value
 * @param purpose as given to {@link Ciphers}; also that of its blind indexes
 * @param indexColumns columns of the same row that hold {@link Ciphers#blindIndex} of the same value
 */
public record EncryptedColumn(
        String table, List<String> key, String column, String purpose, List<String> indexColumns) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?");

    public EncryptedColumn {
        key = List.copyOf(key);
        indexColumns = List.copyOf(indexColumns);
        List<String> names = new ArrayList<>(key);
        names.addAll(indexColumns);
        names.addAll(List.of(table, column));
        names.forEach(name -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not a plain name of the database: " + name);
            }
        });
    }

    /** Begins with the table; the rest follows word by word, and {@link Start#keyedBy} comes first. */
    public static Start in(String table) {
        return new Start(table);
    }

    /** A table whose key is still to be named. */
    public record Start(String table) {
        public Keyed keyedBy(String... columns) {
            return new Keyed(table, List.of(columns));
        }
    }

    /** A table and its key. */
    public record Keyed(String table, List<String> key) {
        public Holding holding(String column) {
            return new Holding(this, column);
        }
    }

    /** A column whose purpose is still to be named. */
    public record Holding(Keyed keyed, String column) {
        public EncryptedColumn forPurpose(String purpose) {
            return new EncryptedColumn(keyed.table(), keyed.key(), column, purpose, List.of());
        }
    }

    /** The same column, found by a blind index that stands in the same row. */
    public EncryptedColumn foundBy(String indexColumn) {
        List<String> all = new ArrayList<>(indexColumns);
        all.add(indexColumn);
        return new EncryptedColumn(table, key, column, purpose, all);
    }
}
