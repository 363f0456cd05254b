package io.opspipeline.runtime.job;

import io.opspipeline.domain.job.JobName;
import java.util.EnumMap;
import java.util.Map;

/// How the runs of this process ended, by job, since it started.
public final class RunCounts {

    private final Map<JobName, Count> counts = new EnumMap<>(JobName.class);

    /// Counts one outcome.
    synchronized void add(JobName job, RunOutcome outcome) {
        counts.merge(job, Count.of(outcome), Count::plus);
    }

    /// The counts of a job, zero before its first run.
    public synchronized Count of(JobName job) {
        return counts.getOrDefault(job, Count.NONE);
    }

    /// Runs by how they ended.
    ///
    /// @param done ran to their end
    /// @param failed broke
    /// @param notRun ticks that had nothing to run
    public record Count(long done, long failed, long notRun) {

        private static final Count NONE = new Count(0, 0, 0);

        private static Count of(RunOutcome outcome) {
            return switch (outcome) {
                case RunOutcome.Done _ -> new Count(1, 0, 0);
                case RunOutcome.Failed _ -> new Count(0, 1, 0);
                case RunOutcome.NotRun _ -> new Count(0, 0, 1);
            };
        }

        private Count plus(Count other) {
            return new Count(done + other.done, failed + other.failed, notRun + other.notRun);
        }
    }
}
