package io.opspipeline.ports.job;

import io.opspipeline.domain.job.Topic;
import java.time.Instant;

/// Is told of rows that another stage, or another process, committed.
@FunctionalInterface
public interface WakeUpListener {

    /// New rows are there.
    ///
    /// @param asOf the time of the run that committed them, UTC
    void woken(Topic topic, Instant asOf);

    /// The listener begins to hear, or hears again after it was deaf. Rows that were announced
    /// before may wait.
    default void listening() {}
}
