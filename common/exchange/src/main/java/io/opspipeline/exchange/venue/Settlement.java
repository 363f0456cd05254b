package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.time.Instant;

/// The end of an option position at the close of its expiry session without shares. At least 0.01
/// in the money it is settled in cash at its intrinsic value; otherwise it expires worthless, and
/// so does what the account has said not to exercise. With shares it is a [Delivery].
///
/// @param account whose position it was
/// @param contract what was held
/// @param quantity contracts, negative when short
/// @param underlying the stock's closing price: the close of its last bar
/// @param intrinsic dollars per share, zero when worthless
/// @param cash what was paid out; negative when short
/// @param at the close, UTC
public record Settlement(
        AccountId account,
        OccSymbol contract,
        int quantity,
        Price underlying,
        Price intrinsic,
        Money cash,
        Instant at) {

    /// True when it was in the money and was settled.
    public boolean isExercise() {
        return !intrinsic.isZero();
    }
}
