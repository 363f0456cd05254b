package io.opspipeline.cli.why;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became of the signals of a ticker.
///
/// @param ticker the stock
/// @param signals oldest first
/// @param nearMisses evaluations that failed a single condition, by condition
record Story(String ticker, List<SignalStory> signals, List<Count> nearMisses) {

    /// A number of something.
    record Count(String condition, long count) {}

    /// One signal.
    record SignalStory(
            Instant barAt,
            String action,
            BigDecimal confidence,
            BigDecimal close,
            BigDecimal volumeRatio,
            int trend,
            Optional<BigDecimal> sentiment,
            List<AccountStory> accounts) {}

    /// What one account did with it.
    ///
    /// @param disposition the status, with its code where there is one
    record AccountStory(
            String account,
            String disposition,
            String reason,
            List<Gate> gates,
            List<Candidate> candidates,
            List<OrderLine> orders,
            List<FillLine> fills,
            Optional<Exit> exit) {}

    /// What a gate said.
    record Gate(String code, String result, String observed, String limit) {}

    /// A contract that was looked at.
    record Candidate(
            String symbol,
            boolean chosen,
            Optional<String> failedCheck,
            Optional<BigDecimal> bid,
            Optional<BigDecimal> ask,
            Optional<BigDecimal> delta,
            Optional<Long> volume,
            Optional<Integer> openInterest,
            Optional<BigDecimal> score) {}

    /// An order.
    record OrderLine(
            Instant at,
            String clientOrderId,
            String side,
            int quantity,
            Optional<BigDecimal> limit,
            String state,
            int filled) {}

    /// A fill.
    record FillLine(Instant at, String side, int quantity, BigDecimal price, BigDecimal fees) {}

    /// How the position ended, or that it is held.
    record Exit(
            String state,
            Optional<String> reason,
            Optional<Instant> at,
            Optional<BigDecimal> price,
            Optional<BigDecimal> pnl) {}
}
