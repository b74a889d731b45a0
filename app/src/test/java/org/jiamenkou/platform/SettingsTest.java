package org.jiamenkou.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Map<String, String> DATABASE = Map.of(
            "JMK_DB_URL", "postgresql://db.example:5432/jmk",
            "JMK_DB_OWNER", "owner",
            "JMK_DB_OWNER_PASSWORD", "one",
            "JMK_DB_APP", "app",
            "JMK_DB_APP_PASSWORD", "two");

    private static Settings from(String... args) {
        return Settings.from(args, Map.of());
    }

    private static void refused(String key, Map<String, String> env, String... args) {
        assertThatThrownBy(() -> Settings.from(args, env))
                .isInstanceOfSatisfying(CannotStartException.class, reason -> {
                    assertThat(reason.exitCode()).isEqualTo(2);
                    assertThat(reason.messageKey()).isEqualTo(key);
                });
    }

    @Test
    void nothing_said_means_loopback_demo_and_the_embedded_database() {
        Settings settings = from();
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.demo()).isTrue();
        assertThat(settings.externalDatabase()).isNull();
        assertThat(settings.databasePoolSize())
                .isEqualTo(3 * Runtime.getRuntime().availableProcessors());
        assertThat(settings.idleMinutes()).isEqualTo(15);
        assertThat(settings.address(8080)).isEqualTo("http://127.0.0.1:8080");
    }

    @Test
    void options_may_be_written_with_a_space_or_an_equals_sign() {
        assertThat(from("--port", "81", "--host=::1").address(81)).isEqualTo("http://[::1]:81");
        assertThat(from("--data=/tmp/a b").data()).isEqualTo(Path.of("/tmp/a b"));
    }

    @Test
    void demo_accounts_exist_only_where_nobody_but_this_machine_reaches_the_node() {
        assertThat(from().demoAccounts()).isTrue();
        assertThat(from("--host", "localhost").demoAccounts()).isTrue();
        assertThat(from("--no-demo").demoAccounts()).isFalse();
        assertThat(from("--host", "0.0.0.0").demoAccounts()).isFalse();
        assertThat(Settings.from(new String[0], Map.of("JMK_TRUSTED_PROXY", "true"))
                        .demoAccounts())
                .isFalse();
    }

    @Test
    void wrong_options_are_named() {
        refused("start.settings.unknown", Map.of(), "--prot", "80");
        refused("start.settings.valueMissing", Map.of(), "--data");
        refused("start.settings.valueMissing", Map.of(), "--data", "--no-demo");
        refused("start.settings.number", Map.of(), "--port", "eighty");
        refused("start.settings.number", Map.of(), "--port", "65536");
        refused("start.settings.host", Map.of(), "--host", "no such host");
        refused("start.settings.file", Map.of(), "--tls", "/nowhere/cert.pem", "/nowhere/key.pem");
        refused("start.settings.number", Map.of("JMK_DB_POOL", "0"));
        refused("start.settings.yesOrNo", Map.of("JMK_TRUSTED_PROXY", "maybe"));
    }

    @Test
    void a_certificate_makes_the_address_https(@TempDir Path dir) throws IOException {
        Path certificate = Files.createFile(dir.resolve("cert.pem"));
        Path key = Files.createFile(dir.resolve("key.pem"));
        Settings settings = from("--tls", certificate.toString(), key.toString());
        assertThat(settings.tls()).isEqualTo(new Settings.Tls(certificate, key));
        assertThat(settings.address(8443)).startsWith("https://");
    }

    @Test
    void a_database_server_needs_both_log_ins_and_their_passwords_stay_out_of_sight() {
        Settings.ExternalDatabase database =
                Objects.requireNonNull(Settings.from(new String[0], DATABASE).externalDatabase());
        assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example:5432/jmk");
        assertThat(database.toString()).doesNotContain("one").doesNotContain("two");
        refused("start.settings.database", Map.of("JMK_DB_URL", "jdbc:postgresql://db/jmk"));
    }
}
