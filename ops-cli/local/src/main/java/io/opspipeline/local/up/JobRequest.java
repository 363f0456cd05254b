package io.opspipeline.local.up;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.runtime.service.RunToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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
    private static final int UNAUTHORIZED = 401;

    private JobRequest() {}

    /// Asks for it.
    ///
    /// @param home where the run is up
    /// @param run its processes
    /// @param account whose run; empty for a job that does not run per account
    /// @return what its entry in the run ledger is scheduled for, UTC
    /// @throws IllegalStateException when the service is not ready, or says why it does not
    public static Instant send(Path home, RunState run, JobName job, Optional<String> account) {
        String owner = JobSchedule.of(job).owner();
        int port =
                run.processes().stream()
                        .filter(process -> process.name().equals(owner))
                        .flatMapToInt(process -> process.port().stream())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(owner + " is not ready"));
        return send(port, TokenFile.read(new RunFolder(home)), job, account);
    }

    /// Asks the service that answers at a port of the loopback interface.
    ///
    /// @param token the one it was started with
    /// @throws IllegalStateException when it says why it does not
    static Instant send(int port, RunToken token, JobName job, Optional<String> account) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("job", job.label());
        account.ifPresent(id -> body.put("account", id));
        var answer = post(URI.create("http://127.0.0.1:" + port + "/actuator/run"), token, body);
        if (answer.statusCode() == UNAUTHORIZED) {
            throw new IllegalStateException(
                    job.label() + " is not run: the service belongs to another run");
        }
        return scheduledFor(job, JsonMapper.shared().readTree(answer.body()));
    }

    private static Instant scheduledFor(JobName job, JsonNode answer) {
        if (!answer.has("scheduledFor")) {
            throw new IllegalStateException(job.label() + " is not run: " + answer);
        }
        return Instant.parse(answer.get("scheduledFor").asString());
    }

    private static HttpResponse<String> post(URI url, RunToken token, Map<String, String> body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(url)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .header("Authorization", token.header())
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            JsonMapper.shared().writeValueAsString(body)))
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException("the service could not be asked", failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", failure);
        }
    }
}
