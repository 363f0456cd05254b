package io.opspipeline.cli.report;

import io.opspipeline.local.day.DayResult.AccountResult;
import java.math.BigDecimal;
import java.util.Optional;

/// One account's day; dollars.
///
/// @param account its id
/// @param equityStart the broker's equity at the start of the day
/// @param equityEnd the same at its end
/// @param profit what the day earned
/// @param fees paid
/// @param spreadCost what crossing the spread cost; empty when the exchange's books are not there
/// @param closed positions that ended
/// @param wins of those, with a profit
/// @param losses of those, without one
/// @param open positions still held
/// @param expectancy average profit of a closed position, after fees; empty without one
/// @param winPercent share of the closed positions that won; empty without one
/// @param drawdown the deepest fall of the equity from a height before it
/// @param drawdownPercent the same, of that height
record AccountCard(
        String account,
        BigDecimal equityStart,
        BigDecimal equityEnd,
        BigDecimal profit,
        BigDecimal fees,
        Optional<BigDecimal> spreadCost,
        long closed,
        long wins,
        long losses,
        long open,
        Optional<BigDecimal> expectancy,
        Optional<BigDecimal> winPercent,
        BigDecimal drawdown,
        BigDecimal drawdownPercent) {

    /// The same card with the money of the exchange's own books.
    AccountCard byTheBooks(AccountResult books) {
        return new AccountCard(
                account,
                books.equityStart(),
                books.equityEnd(),
                books.pnl(),
                books.fees(),
                Optional.of(books.spreadCost()),
                closed,
                wins,
                losses,
                open,
                expectancy,
                winPercent,
                drawdown,
                drawdownPercent);
    }
}
