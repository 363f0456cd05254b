package io.opspipeline.cli.watch;

import io.opspipeline.cli.market.MarketMoment;
import io.opspipeline.cli.position.Held;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the screen shows at one moment. Instants are UTC, money is dollars.
///
/// @param now mode and market time
/// @param build of the newest job run
/// @param accounts by id
/// @param services by name
/// @param held positions and orders at work
/// @param signals the newest, with their dispositions
/// @param orders the newest orders and what became of them
/// @param alerts the newest
record Frame(
        MarketMoment now,
        Optional<String> build,
        List<AccountLine> accounts,
        List<ServiceLine> services,
        Held held,
        List<SignalLine> signals,
        List<OrderLine> orders,
        List<AlertLine> alerts) {

    /// One account.
    ///
    /// @param until when it becomes ACTIVE by itself
    /// @param profit of the day, held positions at their marks; empty before its first snapshot
    record AccountLine(
            String account,
            String state,
            Optional<Instant> until,
            Optional<BigDecimal> equity,
            Optional<BigDecimal> profit,
            BigDecimal lossLimit,
            long open,
            long maxPositions,
            long entries,
            long dailyEntries,
            BigDecimal exposure,
            BigDecimal maxExposure) {}

    /// A signal.
    record SignalLine(
            Instant at, String ticker, String action, double confidence, String dispositions) {}

    /// An order.
    record OrderLine(
            Instant at,
            String account,
            String side,
            String symbol,
            int quantity,
            int filled,
            Optional<BigDecimal> limit,
            Optional<BigDecimal> price,
            String state) {}

    /// An alert.
    record AlertLine(Instant at, String severity, String message) {}
}
