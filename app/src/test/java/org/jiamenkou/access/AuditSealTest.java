package org.jiamenkou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.AuditCheck.Period;
import org.jiamenkou.access.store.TestStores;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.crypto.Keyring;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seals of the audit trail, on a real database, against somebody who may do anything in it. */
class AuditSealTest {
    private static final SystemScope TEST = new SystemScope("test");

    @TempDir
    private Path folder;

    private TestDatabase database;
    private AuditAnchors anchors;
    private AuditSealing sealing;
    private AuditCheck check;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        anchors = new AuditAnchors(folder.resolve("audit-anchors"), database.clock());
        Ciphers ciphers = new Ciphers(Keyring.open(folder.resolve("keyring")));
        var blocks = TestStores.auditBlocks(database.sql());
        sealing = new AuditSealing(database.scoped(), blocks, anchors, ciphers, database.clock());
        check = new AuditCheck(database.scoped(), blocks, anchors, ciphers);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void record(String action, int rows) {
        database.scoped().transaction(TEST, () -> {
            for (int i = 0; i < rows; i++) {
                database.audit().record(new Audit.Entry(action, "account", "subject " + i, null, Set.of("a", "b")));
            }
        });
    }

    /** Three blocks of four rows. */
    private void threeBlocks() {
        for (String action : List.of("one", "two", "three")) {
            record(action, 4);
            assertThat(sealing.seal()).isEqualTo(4);
        }
        assertThat(check.check(Period.ALL).findings()).isEmpty();
    }

    private void tamper(String statement) throws SQLException {
        try (Connection superuser = database.asSuperuser();
                Statement sql = superuser.createStatement()) {
            assertThat(sql.executeUpdate(statement)).as(statement).isPositive();
        }
    }

    private List<AuditFinding> findings() {
        return check.check(Period.ALL).findings();
    }

    @Test
    void rows_are_sealed_in_blocks_that_name_the_one_before() {
        threeBlocks();
        assertThat(sealing.seal()).as("nothing new, no block").isZero();
        AuditCheck.Report report = check.check(Period.ALL);
        assertThat(report.blocks()).isEqualTo(3);
        assertThat(report.rows()).isEqualTo(12);
        assertThat(anchors.list())
                .singleElement()
                .satisfies(anchor -> assertThat(anchor.number()).isEqualTo(3));
    }

    @Test
    void a_row_of_a_transaction_still_running_waits_for_its_end_and_is_not_passed_over() throws Exception {
        try (Connection slow = database.raw();
                Statement sql = slow.createStatement()) {
            slow.setAutoCommit(false);
            sql.execute("select set_config('jmk.actor', 'public', true)");
            sql.execute("insert into access.audit (id, at, actor, action, subject_type, subject, fields) values ('"
                    + UUID.randomUUID() + "', '2026-11-24T02:00:00Z', 'public', 'slow', 'x', 'x', '{}')");
            record("quick", 2);
            assertThat(sealing.seal()).as("later transactions wait with it").isZero();
            slow.commit();
        }
        assertThat(sealing.seal()).isEqualTo(3);
        assertThat(findings()).isEmpty();
    }

    @Test
    void an_edited_row_is_named() throws Exception {
        threeBlocks();
        tamper("update access.audit set subject = 'somebody else' where action = 'two' and subject = 'subject 1'");
        assertThat(findings())
                .singleElement()
                .isInstanceOfSatisfying(
                        AuditFinding.RowEdited.class,
                        found -> assertThat(found.block()).isEqualTo(2));
    }

    @Test
    void an_edited_field_actor_or_list_is_named_too() throws Exception {
        threeBlocks();
        tamper("update access.audit set fields = '{a}' where action = 'one' and subject = 'subject 0'");
        tamper("update access.audit set actor = 'public' where action = 'three' and subject = 'subject 3'");
        assertThat(findings()).hasSize(2).allSatisfy(one -> assertThat(one).isInstanceOf(AuditFinding.RowEdited.class));
    }

    @Test
    void a_deleted_row_is_named() throws Exception {
        threeBlocks();
        tamper("delete from access.audit where action = 'three' and subject = 'subject 0'");
        assertThat(findings())
                .singleElement()
                .isInstanceOfSatisfying(
                        AuditFinding.RowMissing.class,
                        found -> assertThat(found.block()).isEqualTo(3));
    }

    @Test
    void a_row_moved_to_another_time_or_put_in_is_named() throws Exception {
        threeBlocks();
        tamper("update access.audit set at = at - interval '2 days' where action = 'one' and subject = 'subject 2'");
        assertThat(findings()).anySatisfy(found -> assertThat(found).isInstanceOf(AuditFinding.RowMissing.class));
        tamper("insert into access.audit (id, at, actor, action, subject_type, subject, fields, transaction_id)"
                + " values (gen_random_uuid(), now(), 'public', 'forged', 'x', 'x', '{}', '3')");
        assertThat(findings()).anySatisfy(found -> assertThat(found).isInstanceOf(AuditFinding.RowAdded.class));
    }

    @Test
    void a_row_put_in_today_with_the_time_of_last_week_is_named() throws Exception {
        threeBlocks();
        tamper(
                "insert into access.audit (id, at, actor, action, subject_type, subject, fields)"
                        + " values (gen_random_uuid(), timestamptz '2026-11-17T02:00:00Z', 'public', 'forged', 'x', 'x', '{}')");
        assertThat(sealing.seal()).isEqualTo(1);
        assertThat(findings())
                .singleElement()
                .isInstanceOfSatisfying(
                        AuditFinding.RowBackdated.class,
                        found -> assertThat(found.block()).isEqualTo(4));
    }

    @Test
    void a_deleted_block_is_named_and_so_is_an_edited_one() throws Exception {
        threeBlocks();
        tamper("update access.audit_blocks set sealed_at = sealed_at - interval '1 hour' where number = 3");
        assertThat(findings()).first().isEqualTo(new AuditFinding.BlockAltered(3));
        tamper("delete from access.audit_blocks where number = 2");
        assertThat(findings()).first().isEqualTo(new AuditFinding.BlockMissing(2));
    }

    @Test
    void a_chain_written_anew_without_the_keys_is_a_forgery() throws Exception {
        threeBlocks();
        tamper("update access.audit_blocks set signature = set_byte(signature, 10, 255 - get_byte(signature, 10))"
                + " where number = 2");
        assertThat(findings()).containsExactly(new AuditFinding.BlockForged(2));
    }

    @Test
    void an_end_that_was_cut_off_with_all_its_rows_is_known_from_outside_the_database() throws Exception {
        threeBlocks();
        tamper("delete from access.audit_blocks where number = 3");
        tamper("delete from access.audit where action = 'three'");
        assertThat(findings()).containsExactly(new AuditFinding.EndCutOff(3));
        Files.delete(folder.resolve("audit-anchors"));
        assertThat(findings()).as("without the anchor nothing is left to tell").isEmpty();
    }

    @Test
    void two_nodes_do_not_seal_at_the_same_time() throws Exception {
        record("one", 1);
        try (Connection other = database.raw();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("select pg_try_advisory_xact_lock(" + 0x6175646974L + ")");
            assertThat(sealing.seal()).isZero();
            other.rollback();
        }
        assertThat(sealing.seal()).isEqualTo(1);
    }

    @Test
    void months_to_come_have_their_partition_and_the_application_no_rights_on_it_alone() {
        int made = database.scoped()
                .transaction(TEST, () -> TestStores.auditBlocks(database.sql()).keepMonths(40));
        assertThat(made).isPositive();
        assertThat(database.scoped()
                        .transaction(
                                TEST,
                                () -> TestStores.auditBlocks(database.sql()).keepMonths(40)))
                .isZero();
        assertThat(database.scoped()
                        .read(
                                TEST,
                                () -> database.sql()
                                        .sql(
                                                "select has_table_privilege('access.audit_2029_05', 'select, insert, update, delete')")
                                        .query(Boolean.class)
                                        .single()))
                .isFalse();
    }

    @Test
    void the_application_cannot_change_what_is_sealed_nor_seal_as_somebody_else() {
        threeBlocks();
        for (String statement : List.of(
                "delete from access.audit",
                "update access.audit set actor = 'x'",
                "delete from access.audit_blocks",
                "update access.audit_blocks set number = 9",
                "truncate access.audit_blocks",
                "create table access.audit_more partition of access.audit for values from ('2040-01-01') to ('2040-02-01')",
                "insert into access.audit_blocks select 4, now(), '3', '{}', '{}', '{}', hash, signature"
                        + " from access.audit_blocks where number = 3")) {
            assertThatThrownBy(() -> database.scoped()
                            .transaction(
                                    TEST, () -> database.sql().sql(statement).update()))
                    .as(statement)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
        assertThat(findings()).isEmpty();
    }
}
