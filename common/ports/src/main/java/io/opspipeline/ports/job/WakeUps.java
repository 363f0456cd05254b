package io.opspipeline.ports.job;

import io.opspipeline.domain.job.Topic;
import java.time.Instant;

/// Tells the stages that wait for rows that there are some. Call it after the commit.
public interface WakeUps {

    /// Announces new rows.
    ///
    /// @param asOf the time of the run that committed them, UTC
    void publish(Topic topic, Instant asOf);
}
