package io.opspipeline.ports.job;

import java.time.Instant;

/// The newest run of a job that ended well.
///
/// @param finishedAt when it ended, UTC
/// @param result what it did
/// @param buildId the build that ran it
public record LastRun(Instant finishedAt, JobResult result, String buildId) {}
