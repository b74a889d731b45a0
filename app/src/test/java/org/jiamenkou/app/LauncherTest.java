package org.jiamenkou.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, on real processes: starting, stopping and every way of dying. */
@Tag("slow")
class LauncherTest {
    /** One folder for all: unpacking and making a database once is enough, and each start finds what the last left. */
    @TempDir
    static Path temp;

    private static Path data() {
        return temp.resolve("数据 of one node");
    }

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        Launched.clear(data());
    }

    @Test
    void a_stop_finishes_what_is_under_way_and_takes_the_database_along_within_three_seconds() throws Exception {
        Launched node = Launched.up(data()).awaitReady();
        assertThat(node.said()).contains("http://127.0.0.1:" + node.port()).contains(ProbeNode.NOTICE);
        assertThat(node.said().lines().filter(line -> line.contains("家门口已就绪")))
                .allSatisfy(line -> assertThat(line).contains("Jiamenkou is ready"))
                .hasSize(1);
        long postgres = node.postgresPid();
        CompletableFuture<HttpResponse<String>> underWay = CompletableFuture.supplyAsync(() -> {
            try {
                return node.ask("/slow");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(300);
        long began = System.nanoTime();
        int code = node.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(3_000));
        assertThat(code).isZero();
        assertThat(underWay.join().body()).isEqualTo("finished");
        assertThat(Launched.runs(postgres)).isFalse();
        assertThat(data().resolve("state")).doesNotExist();
    }

    @Test
    void when_only_the_application_is_killed_the_launcher_stops_the_database() throws Exception {
        Launched node = Launched.up(data()).awaitReady();
        long postgres = node.postgresPid();
        Launched.signal("9", node.applicationPid());
        assertThat(node.ended()).isEqualTo(137);
        assertThat(Launched.runs(postgres)).isFalse();
    }

    @Test
    void when_application_and_launcher_are_killed_the_next_start_adopts_the_database_with_its_data() throws Exception {
        Launched node = Launched.up(data()).awaitReady();
        String before = node.ask("/write/adopted").body();
        long postgres = node.postgresPid();
        Launched.signal("9", node.scriptPid());
        Launched.signal("9", node.applicationPid());
        node.ended();
        assertThat(Launched.runs(postgres)).isTrue();

        Launched next = Launched.up(data()).awaitReady();
        assertThat(next.postgresPid()).isEqualTo(postgres);
        assertThat(next.ask("/read").body()).isEqualTo(before).contains("adopted");
        assertThat(next.stop()).isZero();
        assertThat(Launched.runs(postgres)).isFalse();
    }

    @Test
    void when_the_database_is_killed_it_comes_back_under_the_running_application() throws Exception {
        Launched node = Launched.up(data()).awaitReady();
        String before = node.ask("/write/survivor").body();
        long postgres = node.postgresPid();
        Launched.signal("9", postgres);
        node.await("another server", () -> node.postgresPid() != postgres && node.postgresPid() < 2_000_000_000);
        node.await("the page", () -> node.ask("/read").statusCode() == 200);
        assertThat(node.ask("/read").body()).isEqualTo(before).contains("survivor");
        assertThat(node.stop()).isZero();
    }

    @Test
    void when_everything_is_killed_acknowledged_rows_are_there_after_the_next_start() throws Exception {
        Launched node = Launched.up(data()).awaitReady();
        String before = node.ask("/write/acknowledged").body();
        Launched.signal("9", node.scriptPid());
        Launched.signal("9", node.applicationPid());
        Launched.signal("9", node.postgresPid());
        node.ended();
        Launched next = Launched.up(data()).awaitReady();
        assertThat(next.ask("/read").body()).isEqualTo(before).contains("acknowledged");
        assertThat(next.stop()).isZero();
    }

    @Test
    void a_second_start_and_a_taken_port_are_answered_plainly() throws Exception {
        Launched node = Launched.up(data()).awaitReady();
        Launched second = Launched.up(data());
        assertThat(second.ended()).isEqualTo(3);
        assertThat(second.said().lines())
                .singleElement()
                .asString()
                .contains("Already running at http://127.0.0.1:" + node.port());
        Launched elsewhere = Launched.run(
                data(),
                0,
                "up",
                "--port",
                "" + node.port(),
                "--data",
                temp.resolve("other").toString());
        assertThat(elsewhere.ended()).isEqualTo(3);
        assertThat(elsewhere.said().lines())
                .singleElement()
                .asString()
                .contains("in use")
                .contains("--port");
        assertThat(Launched.runs(node.postgresPid())).isTrue();
        assertThat(node.stop()).isZero();
    }

    @Test
    void wrong_words_are_answered_in_one_line_with_exit_code_2() {
        Launched option = Launched.run(data(), 0, "up", "--prot", "80");
        assertThat(option.ended()).isEqualTo(2);
        assertThat(option.said().lines())
                .singleElement()
                .asString()
                .contains("--prot")
                .doesNotContain("Exception");
        assertThat(Launched.run(data(), 0, "dance").ended()).isEqualTo(2);
        assertThat(Launched.run(data(), 0, "prove", "nothing-of-this-name").ended())
                .isEqualTo(2);
        Launched help = Launched.run(data(), 0, "help");
        assertThat(help.ended()).isZero();
        assertThat(help.said()).contains("./jmk up").contains("--no-demo").contains("./jmk prove NAME");
    }

    @Test
    void no_function_of_the_launcher_is_written_twice() throws Exception {
        assertThat(Files.readAllLines(Path.of("..", "jmk")).stream()
                        .filter(line -> line.matches("[a-z_]+\\(\\) \\{.*"))
                        .map(line -> line.substring(0, line.indexOf('('))))
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_stop_in_the_middle_of_a_start_leaves_nothing_behind() throws Exception {
        Launched node = Launched.up(data());
        node.await("the database", () -> Files.exists(data().resolve("state")) && node.postgresPid() > 0);
        long began = System.nanoTime();
        node.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(data().resolve("postgres").resolve("postmaster.pid")).doesNotExist();
    }
}
