package io.opspipeline.local.up;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the service that owns a job to run it now.
public final class JobRequest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private JobRequest() {}

    /// Asks for it.
    ///
    /// @param run the processes that are up
    /// @param account whose run; empty for a job that does not run per account
    /// @return what its entry in the run ledger is scheduled for, UTC
    /// @throws IllegalStateException when the service is not ready, or says why it does not
    public static Instant send(RunState run, JobName job, Optional<String> account) {
        String owner = JobSchedule.of(job).owner();
        int port =
                run.processes().stream()
                        .filter(process -> process.name().equals(owner))
                        .flatMapToInt(process -> process.port().stream())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(owner + " is not ready"));
        return send(port, job, account);
    }

    /// Asks the service that answers at a port of the loopback interface.
    ///
    /// @throws IllegalStateException when it says why it does not
    public static Instant send(int port, JobName job, Optional<String> account) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("job", job.label());
        account.ifPresent(id -> body.put("account", id));
        JsonNode answer = post(URI.create("http://127.0.0.1:" + port + "/actuator/run"), body);
        if (!answer.has("scheduledFor")) {
            throw new IllegalStateException(job.label() + " is not run: " + answer);
        }
        return Instant.parse(answer.get("scheduledFor").asString());
    }

    private static JsonNode post(URI url, Map<String, String> body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(url)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            JsonMapper.shared().writeValueAsString(body)))
                            .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException("the service could not be asked", failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", failure);
        }
    }
}
