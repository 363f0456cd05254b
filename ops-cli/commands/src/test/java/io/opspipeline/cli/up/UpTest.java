package io.opspipeline.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.Answer;
import io.opspipeline.cli.OpsCli;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.local.postgres.LocalPostgres;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// One run of real processes, from `up` to `down`, as an operator lives it.
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path home;

    private static Answer up = new Answer(-1, "", "");

    @BeforeAll
    static void begin() throws Exception {
        up = ops("up", "--speed", "60", "--symbols", "AMD,NVDA", "--json");
    }

    @AfterAll
    static void end() throws Exception {
        var _ = ops("down");
    }

    @Test
    @Order(1)
    void everyServiceIsReadyInAProcessOfItsOwn() {
        assertThat(up.err()).contains("starting the services");
        assertThat(up.code()).isEqualTo(ExitCode.DONE);
        assertThat(states(up.json()))
                .containsExactly(
                        "exchange READY",
                        "telemetry READY",
                        "features READY",
                        "signals READY",
                        "watchlist READY",
                        "dispatcher READY",
                        "position-manager READY",
                        "trade-stream READY",
                        "ingest WAITING",
                        "discovery WAITING");
    }

    @Test
    @Order(2)
    void anotherRunInTheSameHomeIsRefused() throws Exception {
        Answer again = ops("up");

        assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.err()).contains("already up here");
    }

    @Test
    @Order(3)
    @DisplayName("incident 53: a service that is killed runs again, and an alert says so")
    void aKilledServiceRunsAgain() throws Exception {
        long killed = process("dispatcher").get("pid").asLong();

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        awaitProcess("dispatcher", "READY", 1);
        assertThat(process("dispatcher").get("pid").asLong()).isNotEqualTo(killed);
        assertThat(ops("alerts", "list").out())
                .contains("dispatcher was killed by signal 9 and is started again (1)");
    }

    @Test
    @Order(4)
    void aServiceIsStoppedAndStartedByAnyOfItsNames() throws Exception {
        assertThat(ops("services", "stop", "signal").code()).isEqualTo(ExitCode.DONE);
        assertThat(process("signals").get("state").asString()).isEqualTo("STOPPED");

        assertThat(ops("services", "start", "signal-engine").code()).isEqualTo(ExitCode.DONE);
        awaitProcess("signals", "READY", 0);

        assertThat(ops("services", "stop", "dispatcher-tiny").err())
                .contains("ops-cli halt --account tiny");
    }

    @Test
    @Order(5)
    void aJobRunsWhenItIsAskedFor() throws Exception {
        Answer run = ops("run", "equity-snapshot", "--account", "tiny");

        assertThat(run.out()).startsWith("equity-snapshot tiny: DONE");
    }

    @Test
    @Order(5)
    @DisplayName("a local user who has not the token of the run starts no job")
    void aJobIsNotRunForEverybody() throws Exception {
        int port = process("position-manager").get("port").asInt();
        var url = URI.create("http://127.0.0.1:" + port + "/actuator/run");
        var request =
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"job\":\"equity-snapshot\",\"account\":\"tiny\"}"))
                        .build();
        try (var stranger = HttpClient.newHttpClient()) {
            var answer = stranger.send(request, HttpResponse.BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    @Test
    @Order(6)
    @DisplayName("A-115: status is told of a day that goes on")
    void statusShowsTheRunningDay() throws Exception {
        assertThat(ops("status").out()).contains("SIMULATED").contains("market time 2025-06-12");
    }

    @Test
    @Order(7)
    @DisplayName("a PostgreSQL that hangs runs again, and alerts and status say so")
    void aDatabaseThatHangsRunsAgain() throws Exception {
        var postgres = LocalPostgres.in(home);
        long hanging = postgres.pid().orElseThrow();

        signal("STOP", ProcessHandle.of(hanging).orElseThrow());

        Answer alerts = ops("alerts", "list");
        for (int look = 0; look < 10 && !alerts.out().contains("PostgreSQL"); look++) {
            alerts = ops("alerts", "list");
        }
        assertThat(alerts.out()).contains("PostgreSQL hung and is started again (1)");
        assertThat(ops("status").out()).contains("PostgreSQL hung and is started again (1)");
        assertThat(postgres.pid().orElseThrow()).isNotEqualTo(hanging);
        assertThat(ops("run", "equity-snapshot", "--account", "tiny").out()).contains("DONE");
    }

    @Test
    @Order(8)
    void nothingIsLeftAfterDown() throws Exception {
        Answer down = ops("down");

        assertThat(down.out()).contains("stopped in");
        assertThat(ours()).isEmpty();
        assertThat(home.resolve("run/supervisor.sock")).doesNotExist();
        assertThat(home.resolve("run/supervisor.lock")).doesNotExist();
        assertThat(home.resolve("run/token")).doesNotExist();
        assertThat(ops("services", "list").code()).isEqualTo(ExitCode.NOT_UP);
    }

    /// What a process and those it started hear.
    private static void signal(String name, ProcessHandle first) throws Exception {
        List<String> words = new ArrayList<>(List.of("kill", "-" + name));
        Stream.concat(Stream.of(first), first.descendants())
                .forEach(process -> words.add(Long.toString(process.pid())));
        assertThat(new ProcessBuilder(words).start().waitFor()).isZero();
    }

    private static List<String> ours() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(home.toString()))
                .toList();
    }

    private static Stream<String> states(JsonNode run) {
        return run.get("processes")
                .valueStream()
                .map(each -> each.get("name").asString() + " " + each.get("state").asString());
    }

    private static JsonNode process(String name) throws Exception {
        return ops("services", "list", "--json")
                .json()
                .get("processes")
                .valueStream()
                .filter(each -> each.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitProcess(String name, String state, int restarts) throws Exception {
        long looks = PATIENCE.toMillis() / LOOK_MILLIS;
        JsonNode now = process(name);
        for (long look = 0;
                look < looks
                        && !(now.get("state").asString().equals(state)
                                && now.get("restarts").asInt() == restarts);
                look++) {
            var _ = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            now = process(name);
        }
        assertThat(now.get("state").asString()).isEqualTo(state);
        assertThat(now.get("restarts").asInt()).isEqualTo(restarts);
    }

    /// Runs a command as a person would: in a process of its own, in this home.
    private static Answer ops(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        all.addAll(List.of("-cp", System.getProperty("java.class.path")));
        all.add(OpsCli.class.getName());
        all.addAll(List.of(words));
        File err = File.createTempFile("ops-cli", ".err");
        var builder = new ProcessBuilder(all).redirectError(err);
        builder.environment().put("OPS_HOME", home.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), out, Files.readString(err.toPath()));
    }
}
