package io.opspipeline.ports.job;

import io.opspipeline.domain.job.Topic;
import java.time.Instant;
import java.util.function.IntSupplier;

/// Tells the stages that wait for rows that there are some.
public interface WakeUps {

    /// Announces new rows, which are committed already.
    ///
    /// @param asOf the time of the run that committed them, UTC
    void publish(Topic topic, Instant asOf);

    /// Commits rows, and announces them if there are any. Where rows and announcement go through
    /// one database both are committed or neither, so that no crash comes between them.
    ///
    /// @param commit stores the rows and tells how many are new
    /// @return what it told
    default int announce(Topic topic, Instant asOf, IntSupplier commit) {
        int added = commit.getAsInt();
        if (added > 0) {
            publish(topic, asOf);
        }
        return added;
    }
}
