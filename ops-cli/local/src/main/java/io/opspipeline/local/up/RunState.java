package io.opspipeline.local.up;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How a run on this machine is.
///
/// @param mode against whom it trades
/// @param broker whom the services ask: a URL
/// @param startedAt when the supervisor began, UTC, the machine's time
/// @param marketTime what the services' clocks show, UTC; empty before a simulated exchange tells
///   it
/// @param supervisorPid its process
/// @param phase what the supervisor is doing, one line
/// @param processes every process, in the order they start
/// @param databaseBytes memory of PostgreSQL; empty when it cannot be read
/// @param supervisorBytes memory of the supervisor; empty when it cannot be read
public record RunState(
        String mode,
        String broker,
        Instant startedAt,
        Optional<Instant> marketTime,
        long supervisorPid,
        String phase,
        List<ProcessState> processes,
        OptionalLong databaseBytes,
        OptionalLong supervisorBytes) {

    /// Memory of all processes together, those of PostgreSQL and the supervisor included, in bytes.
    public long totalBytes() {
        return processes.stream().mapToLong(each -> each.residentBytes().orElse(0)).sum()
                + databaseBytes.orElse(0)
                + supervisorBytes.orElse(0);
    }

    /// Where the exchange of the run is; empty before it is ready, and at a broker.
    public Optional<URI> exchange() {
        return processes.stream()
                .filter(process -> process.name().equals(ExchangeProcess.NAME))
                .map(ProcessState::port)
                .filter(OptionalInt::isPresent)
                .map(port -> URI.create("http://127.0.0.1:" + port.getAsInt()))
                .findFirst();
    }

    /// True when every process that should run is ready.
    public boolean isReady() {
        return processes.stream()
                .allMatch(each ->
                        switch (each.state()) {
                            case READY, STOPPED, WAITING -> true;
                            case STARTING, RESTARTING -> false;
                        });
    }
}
