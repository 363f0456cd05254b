package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.time.Instant;

/// The end of an option position at the close of its expiry session. At least 0.01 in the money it
/// is exercised and settled in cash at its intrinsic value; otherwise it expires worthless. The
/// real broker delivers shares and sells out before the close what cannot be funded: with a day
/// that ends at the close, cash is the same money without shares that nobody could sell any more.
///
/// @param account whose position it was
/// @param contract what was held
/// @param quantity contracts, at least 1
/// @param underlying the stock's closing price: the close of its last bar
/// @param intrinsic dollars per share, zero when worthless
/// @param cash what was paid out
/// @param at the close, UTC
public record Settlement(
        AccountId account,
        OccSymbol contract,
        int quantity,
        Price underlying,
        Price intrinsic,
        Money cash,
        Instant at) {

    /// True when it was in the money and was exercised.
    public boolean isExercise() {
        return !intrinsic.isZero();
    }
}
