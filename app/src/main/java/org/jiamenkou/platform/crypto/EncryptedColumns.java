package org.jiamenkou.platform.crypto;

import java.util.List;

/**
 * Says which columns of a module hold values of {@link Ciphers}, so that {@code ./jmk keys rotate} can move them to a new
 * key. Every module that stores an encrypted value declares a bean of this type; a value in a column nobody declared
 * would become unreadable when its key is taken away.
 *
 * <p>Example, a phone that is looked up by its blind index:
 *
 * <pre>{@code
 * @Bean
 * EncryptedColumns phones() {
 *     return () -> List.of(EncryptedColumn.in("access.residents").keyedBy("id")
 *             .holding("phone").forPurpose("access.phone").foundBy("phone_index"));
 * }
 * }</pre>
 *
 * <p>What the module must keep to: the column is {@code bytea}; {@code jmk_app} may update it as a system actor that
 * writes everywhere; a row that is looked up compares with every index of {@link Ciphers#blindIndexes}
 * ({@code where phone_index = any(:indexes)}), because during a rotation old rows still carry the old one, and writes
 * {@link Ciphers#blindIndex} together with the value, in one statement. Where the index must be unique, the module looks
 * up all indexes before it inserts, under a lock of its own: two key versions give two indexes for one value.
 */
public interface EncryptedColumns {
    /** The columns, in no particular order. */
    List<EncryptedColumn> listEncryptedColumns();
}
