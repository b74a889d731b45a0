package org.jiamenkou.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Moving encrypted values to a new key, on a real database, while another node reads and writes. */
class KeyRotationTest {
    private static final SystemScope TEST = new SystemScope("test");
    private static final int ROWS = 1_200;

    @TempDir
    private Path folder;

    private TestDatabase database;
    private Keyring keyring;
    private Ciphers ciphers;
    /** The other node: its own view of the same keyring file. */
    private Ciphers otherNode;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        try (Connection admin = database.asSuperuser();
                Statement sql = admin.createStatement()) {
            sql.execute("create table platform.test_phones"
                    + " (id uuid primary key, phone bytea, phone_index bytea, plain text)");
            sql.execute("grant select, insert, update on platform.test_phones to jmk_app");
        }
        keyring = Keyring.open(folder.resolve("keyring"));
        ciphers = new Ciphers(keyring);
        otherNode = new Ciphers(Keyring.open(folder.resolve("keyring")));
        database.scoped().transaction(TEST, () -> {
            for (int i = 0; i < ROWS; i++) {
                add(ciphers, "1380013" + i);
            }
            database.sql()
                    .sql("insert into platform.test_phones (id) values (gen_random_uuid())")
                    .update();
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void add(Ciphers with, String phone) {
        database.sql()
                .sql("insert into platform.test_phones values (?, ?, ?, ?)")
                .params(UUID.randomUUID(), with.encrypt("phone", phone), with.blindIndex("phone", phone), phone)
                .update();
    }

    private KeyRotation rotation() {
        EncryptedColumns declared = () -> List.of(EncryptedColumn.in("platform.test_phones")
                .keyedBy("id")
                .holding("phone")
                .forPurpose("phone")
                .foundBy("phone_index"));
        return new KeyRotation(
                database.scoped(),
                database.sql(),
                keyring,
                ciphers,
                database.clock(),
                new StaticListableBeanFactory(Map.of("phones", declared)).getBeanProvider(EncryptedColumns.class));
    }

    private record Row(byte[] phone, byte[] index, String plain) {}

    private List<Row> rows() {
        return database.scoped()
                .read(
                        TEST,
                        () -> database.sql()
                                .sql(
                                        "select phone, phone_index, plain from platform.test_phones where phone is not null")
                                .query((rs, n) -> new Row(rs.getBytes(1), rs.getBytes(2), rs.getString(3)))
                                .list());
    }

    private long found(Ciphers with, String phone) {
        return database.scoped()
                .read(
                        TEST,
                        () -> database.sql()
                                .sql("select count(*) from platform.test_phones where phone_index = any(:indexes)")
                                .param("indexes", with.blindIndexes("phone", phone))
                                .query(Long.class)
                                .single());
    }

    @Test
    void every_value_and_index_moves_and_the_old_version_is_retired() {
        KeyRotation.Outcome outcome = rotation().run((table, moved) -> {});
        assertThat(outcome).isEqualTo(new KeyRotation.Outcome(2, ROWS, 0, true));
        assertThat(rows()).hasSize(ROWS).allSatisfy(row -> {
            assertThat(row.phone()[3]).isEqualTo((byte) 2);
            assertThat(otherNode.decrypt("phone", row.phone())).isEqualTo(row.plain());
            assertThat(row.index()).isEqualTo(otherNode.blindIndexes("phone", row.plain())[0]);
        });
        assertThat(otherNode.blindIndexes("phone", "x")).hasNumberOfRows(1);
        assertThat(keyring.listVersions())
                .extracting(Keyring.Version::state)
                .containsExactly(Keyring.State.RETIRED, Keyring.State.IN_USE);
    }

    @Test
    void a_rotation_that_was_killed_goes_on_and_what_was_written_meanwhile_is_found_and_moved() {
        RuntimeException killed = new IllegalStateException("kill -9");
        try {
            rotation().run((table, moved) -> {
                throw killed;
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).isSameAs(killed);
        }
        assertThat(rows().stream().filter(row -> row.phone()[3] == 2).count()).isEqualTo(500);
        // Half-way: every row is found by nodes that know both versions, whichever made it.
        for (Row row : rows()) {
            assertThat(Arrays.asList(otherNode.blindIndexes("phone", row.plain())))
                    .anySatisfy(index -> assertThat(index).isEqualTo(row.index()));
        }
        assertThat(found(otherNode, "13800130")).isEqualTo(1);
        database.scoped().transaction(TEST, () -> add(otherNode, "021-1"));

        KeyRotation.Outcome outcome = rotation().run((table, moved) -> {});
        assertThat(outcome.version()).as("goes on, does not begin another").isEqualTo(2);
        assertThat(outcome.finished()).isTrue();
        assertThat(rows())
                .hasSize(ROWS + 1)
                .allSatisfy(row -> assertThat(row.phone()[3]).isEqualTo((byte) 2));
        assertThat(found(otherNode, "021-1")).isEqualTo(1);
    }

    @Test
    void a_value_no_key_opens_is_counted_and_keeps_the_old_key_in_use() throws Exception {
        try (Connection admin = database.asSuperuser();
                Statement sql = admin.createStatement()) {
            sql.execute("update platform.test_phones set phone = set_byte(phone, 20, 255 - get_byte(phone, 20))"
                    + " where plain = '13800137'");
        }
        KeyRotation.Outcome outcome = rotation().run((table, moved) -> {});
        assertThat(outcome).isEqualTo(new KeyRotation.Outcome(2, ROWS - 1, 1, false));
        assertThat(otherNode.blindIndexes("phone", "x")).hasNumberOfRows(2);
    }

    @Test
    void a_prepared_key_reads_everywhere_before_it_writes_anywhere() {
        keyring.prepare(
                database.clock().instant().atZone(database.clock().getZone()).toLocalDate());
        assertThat(keyring.newestVersion()).isEqualTo(1);
        assertThat(ciphers.encrypt("phone", "1")[3]).isEqualTo((byte) 1);
        assertThat(ciphers.blindIndexes("phone", "1")).hasNumberOfRows(2);
        assertThat(rotation().run((table, moved) -> {}).version()).isEqualTo(2);
    }
}
