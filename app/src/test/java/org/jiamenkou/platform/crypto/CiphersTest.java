package org.jiamenkou.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and the national ciphers. */
class CiphersTest {
    @TempDir
    private Path folder;

    @Test
    void sm3_of_abc_is_the_vector_of_the_standard() {
        assertThat(HexFormat.of().formatHex(Sm3.hash("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void what_was_encrypted_reads_back_and_looks_different_each_time() {
        Ciphers ciphers = new Ciphers(Keyring.open(folder.resolve("keyring")));
        byte[] one = ciphers.encrypt("phone", "13800138000");
        byte[] two = ciphers.encrypt("phone", "13800138000");
        assertThat(one).isNotEqualTo(two);
        assertThat(ciphers.decrypt("phone", one)).isEqualTo("13800138000");
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("13800138000");
    }

    @Test
    void an_altered_value_or_one_moved_to_another_column_is_refused() {
        Ciphers ciphers = new Ciphers(Keyring.open(folder.resolve("keyring")));
        byte[] value = ciphers.encrypt("phone", "13800138000");
        assertThatThrownBy(() -> ciphers.decrypt("id-number", value)).hasMessageContaining("altered");
        value[20] ^= 1;
        assertThatThrownBy(() -> ciphers.decrypt("phone", value)).hasMessageContaining("altered");
    }

    @Test
    void the_blind_index_is_equal_for_equal_values_of_one_purpose_only() {
        Ciphers ciphers = new Ciphers(Keyring.open(folder.resolve("keyring")));
        assertThat(ciphers.blindIndex("phone", "1")).isEqualTo(ciphers.blindIndex("phone", "1"));
        assertThat(ciphers.blindIndex("phone", "1")).isNotEqualTo(ciphers.blindIndex("id-number", "1"));
    }

    @Test
    void the_keyring_survives_a_restart_and_only_its_owner_reads_it() throws Exception {
        Path file = folder.resolve("keys").resolve("keyring");
        byte[] value = new Ciphers(Keyring.open(file)).encrypt("phone", "021-55501234");
        assertThat(new Ciphers(Keyring.open(file)).decrypt("phone", value)).isEqualTo("021-55501234");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_second_key_writes_and_the_first_still_reads() throws Exception {
        Path file = folder.resolve("keyring");
        byte[] old = new Ciphers(Keyring.open(file)).encrypt("phone", "110");
        Files.writeString(file, Files.readString(file) + "2:" + "ab".repeat(32) + "\n");
        Ciphers rotated = new Ciphers(Keyring.open(file));
        assertThat(rotated.decrypt("phone", old)).isEqualTo("110");
        assertThat(rotated.encrypt("phone", "110")[3]).isEqualTo((byte) 2);
    }

    @Test
    void an_empty_keyring_is_an_error_and_never_replaced() throws Exception {
        Path file = folder.resolve("keyring");
        Files.writeString(file, "");
        assertThatThrownBy(() -> Keyring.open(file)).hasMessageContaining("restore it");
    }
}
