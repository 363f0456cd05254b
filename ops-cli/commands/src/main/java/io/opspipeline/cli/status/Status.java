package io.opspipeline.cli.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the pipeline of the current database stands. Instants are UTC, money is dollars.
///
/// @param database its name
/// @param mode SIMULATED, PAPER or LIVE, of the newest dispatch; empty before the first
/// @param build the build of the newest job run
/// @param asOf market time: the wall's at a broker, else that of the newest sign of life
/// @param marketOpen true when the session was open then
/// @param newestBar the start of the newest stored bar
/// @param lags how far the data is behind
/// @param problems what is not well, one line each; empty when all is
/// @param accounts by id; profit, entries and closed positions are those of the day
/// @param jobs the last run of each job that ended
/// @param signals the newest
/// @param skips why signals of the day did not become trades, most frequent first
/// @param heartbeats by service
/// @param capabilities what was probed of the feeds
/// @param alerts newest first
record Status(
        String database,
        Optional<String> mode,
        Optional<String> build,
        Optional<Instant> asOf,
        boolean marketOpen,
        Optional<Instant> newestBar,
        List<DataLag> lags,
        List<String> problems,
        List<AccountLine> accounts,
        List<JobLine> jobs,
        List<SignalLine> signals,
        List<SkipLine> skips,
        List<Beat> heartbeats,
        List<Capability> capabilities,
        List<AlertLine> alerts) {

    /// How far behind something is that should come all day.
    ///
    /// @param detail its age and the limit, or that the market is closed
    record DataLag(String what, boolean good, String detail) {}

    /// One account, with its limits.
    ///
    /// @param until when it becomes ACTIVE by itself
    /// @param pnl of the day after fees, held positions at their marks, as the loss limit counts
    ///   it; empty before the day's first equity snapshot
    /// @param realised of the day after fees, by positions that ended
    record AccountLine(
            String account,
            String strategy,
            String tradingState,
            String why,
            Optional<Instant> until,
            Optional<BigDecimal> equity,
            Optional<BigDecimal> pnl,
            Optional<BigDecimal> realised,
            BigDecimal dailyLossLimit,
            long open,
            long maxPositions,
            long entries,
            long dailyEntries,
            BigDecimal exposure,
            BigDecimal maxExposure,
            long closed) {}

    /// The last run of a job that ended.
    ///
    /// @param late true when the next one should have been by now
    record JobLine(
            String job,
            Optional<String> account,
            String status,
            Instant at,
            Optional<Long> items,
            Optional<Long> expected,
            long failures,
            boolean late) {}

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
