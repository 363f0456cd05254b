package io.opspipeline.local.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/// What came of a day. Its members, in this order, are the JSON that `demo --json` prints.
///
/// @param day the session, New York
/// @param seed of the generated part of the market and of the fill chances
/// @param mode what the market was: generated, recorded, or recorded bars with generated chains
/// @param wallSeconds real time from the open to the report
/// @param bars minute bars of the day that were stored
/// @param features feature rows of the day
/// @param signals by action, HOLD included
/// @param dispatches (signal, account) rows by status
/// @param skips skipped ones by code
/// @param orders sent to the exchange
/// @param fills executions
/// @param closed positions that ended; a PARTIAL is an exit, not a close
/// @param exits exits by reason, PARTIAL included
/// @param open positions still held
/// @param accounts by account id
/// @param invariants what was checked and what is broken
/// @param journalSha256 of everything that happened, in canonical form
public record DayResult(
        LocalDate day,
        long seed,
        String mode,
        BigDecimal wallSeconds,
        long bars,
        long features,
        SortedMap<String, Long> signals,
        SortedMap<String, Long> dispatches,
        SortedMap<String, Long> skips,
        long orders,
        long fills,
        long closed,
        SortedMap<String, Long> exits,
        long open,
        List<AccountResult> accounts,
        Invariants invariants,
        String journalSha256) {

    /// One account's day; dollars.
    ///
    /// @param account its id
    /// @param equityStart opening cash
    /// @param equityEnd the broker's equity: cash and positions at the bid
    /// @param pnl after fees, positions still held at the mid
    /// @param fees paid
    /// @param spreadCost sum of |fill - mid at fill| x quantity x multiplier
    /// @param closed positions that ended
    /// @param wins of those, with a profit
    /// @param losses of those, without one
    /// @param open positions still held
    public record AccountResult(
            String account,
            BigDecimal equityStart,
            BigDecimal equityEnd,
            BigDecimal pnl,
            BigDecimal fees,
            BigDecimal spreadCost,
            long closed,
            long wins,
            long losses,
            long open) {}

    /// What must always hold.
    ///
    /// @param checked how many statements were checked
    /// @param broken one line for each that does not hold
    public record Invariants(int checked, List<String> broken) {}
}
