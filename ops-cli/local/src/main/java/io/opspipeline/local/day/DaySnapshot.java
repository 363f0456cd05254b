package io.opspipeline.local.day;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// The day at one moment, for a screen.
///
/// @param marketTime UTC
/// @param share of the session that is over, 0 to 1
/// @param accounts by id
/// @param positions held, by account and symbol
/// @param signals the newest, newest first
/// @param skips by code
public record DaySnapshot(
        Instant marketTime,
        double share,
        List<Equity> accounts,
        List<Held> positions,
        List<SignalLine> signals,
        SortedMap<String, Long> skips) {

    /// What an account is worth; dollars.
    public record Equity(String account, BigDecimal start, BigDecimal now) {}

    /// A position.
    public record Held(
            String account,
            String symbol,
            int quantity,
            BigDecimal entry,
            Optional<BigDecimal> mark,
            BigDecimal stop,
            BigDecimal target,
            String state) {}

    /// A signal and what became of it in each account.
    public record SignalLine(
            Instant at, String ticker, String action, BigDecimal confidence, String dispositions) {}
}
