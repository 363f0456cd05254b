package io.opspipeline.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.runtime.build.BuildId;
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
import org.springframework.core.env.Environment;

class ServiceProcessTest {

    @BeforeEach
    void keepTheTestLogAsItIs() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }

    @Test
    @DisplayName(
            "A-16, incident 71: a service shows its build and its signals at its health end point")
    void showsItsHealthOverHttp() throws IOException, InterruptedException {
        var arguments = ServiceArguments.parse(new String[] {"--mode", "SIMULATED"}, Map.of());
        var context = new ServiceContext(ServiceDescription.of(BellApplication.class), arguments);
        try (var bell = ServiceLauncher.walking(context, arguments);
                var http = HttpClient.newHttpClient()) {
            String port = bell.bean(Environment.class).getProperty("local.server.port");
            var answer =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://localhost:"
                                                            + port
                                                            + "/actuator/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isIn(200, 503);
            assertThat(answer.body())
                    .contains("\"build\":\"" + BuildId.current() + "\"")
                    .contains("\"jobs\":");
        }
    }
}
