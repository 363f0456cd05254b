package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/// The account of `/v2/account`.
///
/// @param number the account number
/// @param status Alpaca's word, such as `ACTIVE`
/// @param tradingBlocked the broker blocks trading
/// @param accountBlocked the broker blocks everything
/// @param suspendedByUser the owner suspended trading
/// @param optionsLevel the level options may be traded at
/// @param equity dollars
/// @param lastEquity dollars at the previous close
/// @param cash dollars, may be negative
/// @param optionsBuyingPower dollars
/// @param raw the row as it came
public record WireAccount(
        Optional<String> number,
        Optional<String> status,
        Optional<Boolean> tradingBlocked,
        Optional<Boolean> accountBlocked,
        Optional<Boolean> suspendedByUser,
        OptionalInt optionsLevel,
        Optional<BigDecimal> equity,
        Optional<BigDecimal> lastEquity,
        Optional<BigDecimal> cash,
        Optional<BigDecimal> optionsBuyingPower,
        WireNode raw) {

    /// Reads the answer.
    public static WireAccount from(WireNode row) {
        return new WireAccount(
                row.text("account_number"),
                row.text("status"),
                row.flag("trading_blocked"),
                row.flag("account_blocked"),
                row.flag("trade_suspended_by_user"),
                row.count("options_trading_level"),
                row.decimal("equity"),
                row.decimal("last_equity"),
                row.decimal("cash"),
                row.decimal("options_buying_power"),
                row);
    }
}
