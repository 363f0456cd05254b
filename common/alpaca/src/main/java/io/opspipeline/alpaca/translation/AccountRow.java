package io.opspipeline.alpaca.translation;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireAccount;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/// The account of the broker.
public final class AccountRow {

    private AccountRow() {}

    /// The account. Every figure that a gate looks at must be there.
    public static Translation<BrokerAccount> translate(WireAccount row) {
        return Translation.of(() ->
                new BrokerAccount(
                        need(row.number(), "account_number"),
                        need(row.status(), "status"),
                        isBlocked(row),
                        need(row.optionsLevel(), "options_trading_level"),
                        money(row.equity(), "equity"),
                        money(row.lastEquity(), "last_equity"),
                        money(row.cash(), "cash"),
                        money(row.optionsBuyingPower(), "options_buying_power")));
    }

    private static boolean isBlocked(WireAccount row) {
        return need(row.tradingBlocked(), "trading_blocked")
                || need(row.accountBlocked(), "account_blocked")
                || row.suspendedByUser().orElse(false);
    }

    private static Money money(Optional<BigDecimal> member, String name) {
        return new Money(need(member, name));
    }
}
