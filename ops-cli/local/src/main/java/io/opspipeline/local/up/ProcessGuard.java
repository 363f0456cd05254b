package io.opspipeline.local.up;

import io.opspipeline.local.up.ProcessState.State;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after the services that are ready: one that hangs, which several questions in a row
/// without any answer show, is ended by force and so started again. It would keep its leases and do
/// nothing for them. Any answer will do: what a service says of its health is for people.
///
/// The exchange is left alone: its end is the end of the run.
final class ProcessGuard implements AutoCloseable {

    /// Under load, or when the machine has slept, one answer may be late.
    static final int UNANSWERED = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ProcessGuard.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Fleet fleet;
    private final Duration patience;
    private final HttpClient client;
    private final Map<Long, Integer> unanswered = new ConcurrentHashMap<>();
    private final Set<Long> asked = ConcurrentHashMap.newKeySet();

    ProcessGuard(Fleet fleet) {
        this(fleet, PATIENCE);
    }

    /// @param patience how long an answer is waited for
    ProcessGuard(Fleet fleet, Duration patience) {
        this.fleet = fleet;
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /// Asks every service that is ready and owes no answer; never waits.
    void look() {
        List<ManagedProcess> services = fleet.services();
        unanswered.keySet().retainAll(pids(services));
        services.forEach(this::look);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static Set<Long> pids(List<ManagedProcess> services) {
        return services.stream()
                .flatMap(service -> service.state().pid().stream().boxed())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void look(ManagedProcess process) {
        ProcessState state = process.state();
        if (state.state() == State.READY
                && state.pid().isPresent()
                && state.port().isPresent()
                && asked.add(state.pid().getAsLong())) {
            ask(process, state.pid().getAsLong(), state.port().getAsInt());
        }
    }

    /// It asks for what costs the service nothing: its health waits for the database.
    private void ask(ManagedProcess process, long pid, int port) {
        URI url = URI.create("http://127.0.0.1:%d/actuator/info".formatted(port));
        var _ =
                client.sendAsync(
                                HttpRequest.newBuilder(url).timeout(patience).build(),
                                BodyHandlers.discarding())
                        .orTimeout(patience.toMillis() * 2, TimeUnit.MILLISECONDS)
                        .whenComplete((_, failure) -> heard(process, pid, failure == null));
    }

    private void heard(ManagedProcess process, long pid, boolean isAnswer) {
        if (isAnswer) {
            unanswered.remove(pid);
        } else {
            int count = unanswered.merge(pid, 1, Integer::sum);
            LOG.warn("{} left {} of {} questions unanswered", process.name(), count, UNANSWERED);
            if (count >= UNANSWERED) {
                process.endHung(pid);
            }
        }
        asked.remove(pid);
    }
}
