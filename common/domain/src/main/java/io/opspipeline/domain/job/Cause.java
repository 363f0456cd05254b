package io.opspipeline.domain.job;

/// Why a job runs.
public enum Cause {
    /// Its schedule.
    SCHEDULE,
    /// Rows that another stage committed.
    WAKE
}
