package io.opspipeline.cli.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the pipeline of the current database stands. Instants are UTC, money is dollars.
///
/// @param database its name
/// @param mode SIMULATED, PAPER or LIVE
/// @param build the build of the newest job run
/// @param asOf the market time of the newest job run or healthcheck
/// @param marketOpen true when the session was open then
/// @param newestBar the start of the newest stored bar
/// @param problems what is not well, one line each; empty when all is
/// @param accounts by id
/// @param jobs the last run of each job that ended
/// @param signals the newest
/// @param skips why signals did not become trades, most frequent first
/// @param heartbeats by service
/// @param capabilities what was probed of the feeds
/// @param alerts newest first
record Status(
        String database,
        String mode,
        Optional<String> build,
        Optional<Instant> asOf,
        boolean marketOpen,
        Optional<Instant> newestBar,
        List<String> problems,
        List<AccountLine> accounts,
        List<JobLine> jobs,
        List<SignalLine> signals,
        List<SkipLine> skips,
        List<Beat> heartbeats,
        List<Capability> capabilities,
        List<AlertLine> alerts) {

    /// One account, with its limits.
    record AccountLine(
            String account,
            String strategy,
            String tradingState,
            String why,
            Optional<BigDecimal> equity,
            Optional<BigDecimal> pnl,
            BigDecimal dailyLossLimit,
            long open,
            long maxPositions,
            long entries,
            long dailyEntries,
            BigDecimal exposure,
            BigDecimal maxExposure,
            long closed) {}

    /// The last run of a job.
    record JobLine(
            String job,
            Optional<String> account,
            String status,
            Instant at,
            Optional<Long> items,
            Optional<Long> expected,
            long failures) {}

    /// A signal, and its disposition in each account.
    record SignalLine(Instant at, String ticker, String action, String dispositions) {}

    /// How often a code kept a signal from becoming a trade.
    record SkipLine(String code, long count) {}

    /// A sign of life.
    ///
    /// @param reconciled whether the books were compared since the last connect; empty for services
    ///   that have no stream
    record Beat(
            String service, Optional<String> account, Instant at, Optional<Boolean> reconciled) {}

    /// Something probed.
    record Capability(String name, String value) {}

    /// Something a person was told.
    record AlertLine(Instant at, String severity, Optional<String> account, String message) {}
}
