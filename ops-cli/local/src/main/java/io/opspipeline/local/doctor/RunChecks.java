package io.opspipeline.local.doctor;

import io.opspipeline.local.up.ExchangeProcess;
import io.opspipeline.local.up.ProcessState;
import io.opspipeline.local.up.ProcessState.State;
import io.opspipeline.local.up.RunState;
import io.opspipeline.runtime.setting.RunMode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether the processes of a run are up and well.
///
/// @param mode that is examined
/// @param run what is up in the home folder
record RunChecks(RunMode mode, Optional<RunState> run) {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int DOWN = 503;

    List<Check> checks() {
        return List.of(Check.of("services", "ops-cli services list", this::services));
    }

    /// The process of a service that runs now in the examined mode, for people.
    Optional<String> holder(String service) {
        return examined().stream()
                .flatMap(state -> state.processes().stream())
                .filter(process -> process.name().equals(service))
                .filter(process -> process.state() == State.READY)
                .findFirst()
                .map(process ->
                        process.name()
                                + (process.pid().isPresent()
                                        ? " (process " + process.pid().getAsLong() + ")"
                                        : ""));
    }

    /// The run, when it is of the examined mode.
    Optional<RunState> examined() {
        return run.filter(state -> state.mode().equals(mode.name()));
    }

    private Finding services() {
        if (examined().isEmpty()) {
            return Finding.skipped(
                    run.map(state -> "what is up here trades " + state.mode())
                            .orElse("nothing is up"));
        }
        List<String> stopped = new ArrayList<>();
        List<String> ill = new ArrayList<>();
        int well = 0;
        for (ProcessState process : examined().orElseThrow().processes()) {
            switch (process.state()) {
                case WAITING -> {}
                case STOPPED -> stopped.add(process.name());
                case STARTING, RESTARTING ->
                        ill.add(process.name() + process.detail().map(" "::concat).orElse(""));
                case READY -> {
                    Optional<String> illness = illness(process);
                    illness.ifPresent(ill::add);
                    well += illness.isEmpty() ? 1 : 0;
                }
            }
        }
        return judged(well, stopped, ill);
    }

    private static Finding judged(int well, List<String> stopped, List<String> ill) {
        if (!ill.isEmpty()) {
            return Finding.fail(
                    String.join("; ", ill), "see: ops-cli services list, and the logs of it");
        }
        return stopped.isEmpty()
                ? Finding.pass(well + " processes are well")
                : Finding.warn(
                        "stopped: " + String.join(", ", stopped),
                        "ops-cli services start " + String.join(" ", stopped));
    }

    private static Optional<String> illness(ProcessState process) {
        if (process.port().isEmpty() || process.name().equals(ExchangeProcess.NAME)) {
            return Optional.empty();
        }
        URI url =
                URI.create(
                        "http://127.0.0.1:%d/actuator/health".formatted(process.port().getAsInt()));
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(url).timeout(PATIENCE).build(),
                            BodyHandlers.ofString());
            return answer.statusCode() == DOWN
                    ? Optional.of(process.name() + ": " + reasons(answer.body()))
                    : Optional.empty();
        } catch (IOException failure) {
            return Optional.of(process.name() + " does not answer: " + failure.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(process.name() + " was not asked to the end");
        }
    }

    private static String reasons(String body) {
        List<String> reasons = new ArrayList<>();
        collect(JsonMapper.shared().readTree(body), reasons);
        return reasons.isEmpty() ? "unhealthy" : String.join(", ", reasons);
    }

    private static void collect(JsonNode node, List<String> reasons) {
        node.properties()
                .forEach(member -> {
                    if (member.getValue().isString()
                            && member.getValue().asString().startsWith("UNHEALTHY")) {
                        reasons.add(member.getKey() + " " + member.getValue().asString());
                    }
                    collect(member.getValue(), reasons);
                });
    }
}
