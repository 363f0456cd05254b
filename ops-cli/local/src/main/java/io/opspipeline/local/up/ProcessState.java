package io.opspipeline.local.up;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How one process of a run is.
///
/// @param name the service, or `exchange`
/// @param state what it does
/// @param pid its number; empty when it does not run
/// @param port where it answers on loopback, once it is ready
/// @param since when it came into this state, UTC, the machine's time
/// @param restarts how often it ended by itself
/// @param detail one line for people; empty when there is nothing to say
/// @param residentBytes its share of the memory; empty when it cannot be read
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProcessState(
        String name,
        State state,
        OptionalLong pid,
        OptionalInt port,
        Instant since,
        int restarts,
        Optional<String> detail,
        OptionalLong residentBytes) {

    /// What a process does.
    public enum State {
        /// It was started and is not ready yet.
        STARTING,
        /// It runs.
        READY,
        /// It ended by itself and is started again after a pause.
        RESTARTING,
        /// It was told to stop.
        STOPPED,
        /// It does not exist yet.
        WAITING
    }
}
