package io.opspipeline.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.runtime.build.BuildId;
import io.opspipeline.runtime.setting.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LoggingSystem;

class ServiceProcessTest {

    @BeforeEach
    void keepTheTestLogAsItIs() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }

    @Test
    @DisplayName(
            "A-16, incident 71: a service shows its build and its signals at its health end point")
    void showsItsHealthOverHttp() throws IOException, InterruptedException {
        try (var bell = started(Map.of())) {
            var answer = ask(request(bell, "health"));

            assertThat(answer.statusCode()).isIn(200, 503);
            assertThat(answer.body())
                    .contains("\"build\":\"" + BuildId.current() + "\"")
                    .contains("\"jobs\":");
        }
    }

    @Test
    @DisplayName("a job is started for who shows the token of the process, for nobody else")
    void startsAJobForItsToken() throws IOException, InterruptedException {
        String token = "bell-".repeat(8);
        try (var bell = started(Map.of("run.token", token))) {
            assertThat(ask(run(bell)).statusCode()).isEqualTo(401);
            assertThat(ask(run(bell).header("Authorization", token)).statusCode()).isEqualTo(401);
            assertThat(ask(run(bell).header("Authorization", "Bearer " + token + "0")).statusCode())
                    .isEqualTo(401);

            var answer = ask(run(bell).header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("{\"scheduledFor\":");
        }
    }

    @Test
    @DisplayName("a process without a token starts no job over HTTP")
    void startsNoJobWithoutAToken() throws IOException, InterruptedException {
        try (var bell = started(Map.of())) {
            assertThat(ask(run(bell)).statusCode()).isEqualTo(404);
            assertThat(ask(run(bell).header("Authorization", "Bearer ")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aTokenThatCouldBeGuessedEndsTheStart() {
        assertThatThrownBy(() -> started(Map.of("run.token", "secret")))
                .hasRootCauseInstanceOf(SettingsException.class)
                .hasRootCauseMessage("run.token: a token has at least 32 characters");
        assertThatThrownBy(() -> started(Map.of("run.token", "")))
                .hasRootCauseInstanceOf(SettingsException.class);
    }

    /// With every endpoint that there is in the open.
    private static RunningService started(Map<String, String> properties) {
        var arguments = ServiceArguments.parse(new String[] {"--mode", "SIMULATED"}, Map.of());
        var context =
                new ServiceContext(ServiceDescription.of(BellApplication.class), arguments)
                        .with(Map.of("management.endpoints.web.exposure.include", "health,run"))
                        .with(properties);
        return ServiceLauncher.walking(context, arguments);
    }

    private static HttpRequest.Builder run(RunningService bell) {
        return request(bell, "run")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"job\":\"features\"}"));
    }

    private static HttpRequest.Builder request(RunningService bell, String endpoint) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:%d/actuator/%s".formatted(bell.port(), endpoint)));
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
