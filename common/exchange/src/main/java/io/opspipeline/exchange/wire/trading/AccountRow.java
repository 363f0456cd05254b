package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.venue.AccountView;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/// An account as the wire shows it: a cash account in all but name, so every buying power is equal.
final class AccountRow {

    private AccountRow() {}

    /// @param asOf the session before, New York
    static ObjectNode of(AccountView account, LocalDate asOf) {
        JsonRow row =
                new JsonRow()
                        .text("id", AssetIds.of("account:" + account.id()))
                        .text("account_number", account.number())
                        .text("status", "ACTIVE")
                        .text("crypto_status", "INACTIVE")
                        .text("currency", "USD");
        money(row, account);
        zeros(row);
        return row.text("multiplier", "1")
                .flag("shorting_enabled", false)
                .flag("trading_blocked", account.tradingBlocked())
                .flag("transfers_blocked", false)
                .flag("account_blocked", false)
                .flag("trade_suspended_by_user", false)
                .number("options_approved_level", account.optionsLevel())
                .number("options_trading_level", account.optionsLevel())
                .text("balance_asof", asOf.toString())
                .text("created_at", "2025-01-02T14:30:00Z")
                .node();
    }

    private static void money(JsonRow row, AccountView account) {
        for (String power :
                new String[] {
                    "buying_power",
                    "regt_buying_power",
                    "options_buying_power",
                    "non_marginable_buying_power"
                }) {
            dollars(row, power, account.buyingPower());
        }
        dollars(row, "cash", account.cash());
        dollars(row, "portfolio_value", account.equity());
        dollars(row, "equity", account.equity());
        dollars(row, "last_equity", account.openingCash());
        dollars(row, "long_market_value", account.marketValue().minus(account.shortMarketValue()));
        dollars(row, "short_market_value", account.shortMarketValue());
        dollars(row, "initial_margin", account.collateral());
        dollars(row, "maintenance_margin", account.collateral());
    }

    private static void zeros(JsonRow row) {
        for (String name :
                new String[] {
                    "accrued_fees",
                    "pending_reg_taf_fees",
                    "last_maintenance_margin",
                    "sma",
                    "intraday_adjustments"
                }) {
            row.text(name, "0");
        }
    }

    private static void dollars(JsonRow row, String name, Money amount) {
        row.decimalText(name, amount.amount());
    }
}
