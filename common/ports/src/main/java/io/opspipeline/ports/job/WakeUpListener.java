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
}
