package io.opspipeline.cli.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the pipeline of the current database stands.
///
/// @param database its name
/// @param mode SIMULATED, PAPER or LIVE
/// @param asOf the market time of the last job run, UTC
/// @param accounts by id
/// @param jobs the last run of each job that ended
/// @param heartbeats by service
/// @param capabilities what was probed of the feeds
/// @param alerts newest first
record Status(
        String database,
        String mode,
        Optional<Instant> asOf,
        List<AccountLine> accounts,
        List<JobLine> jobs,
        List<Beat> heartbeats,
        List<Capability> capabilities,
        List<AlertLine> alerts) {

    /// One account.
    record AccountLine(
            String account,
            String strategy,
            String tradingState,
            String why,
            Optional<BigDecimal> equity,
            long open,
            long entries,
            long closed,
            Optional<BigDecimal> pnl) {}

    /// The last run of a job.
    record JobLine(
            String job,
            Optional<String> account,
            String status,
            Instant at,
            Optional<Long> items,
            Optional<Long> expected,
            long failures) {}

    /// A sign of life.
    record Beat(String service, Optional<String> account, Instant at, boolean reconciled) {}

    /// Something probed.
    record Capability(String name, String value) {}

    /// Something a person was told.
    record AlertLine(Instant at, String severity, Optional<String> account, String message) {}
}
