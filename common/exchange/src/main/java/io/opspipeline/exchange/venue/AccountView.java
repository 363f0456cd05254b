package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;

/// An account at one moment.
///
/// @param id our name of it
/// @param number the broker's account number
/// @param optionsLevel 0 to 3
/// @param tradingBlocked true when no order of it is taken
/// @param openingCash cash at the start, which is also the equity at the previous close
/// @param cash cash now, exact
/// @param reserved what open buys and spreads may still take, with fees
/// @param collateral what short contracts and shares need
/// @param marketValue what closing all positions would bring: longs at the last valid bid, shorts
///   at the ask
/// @param shortMarketValue the part of it that is short, zero or negative
/// @param marketValueAtMid positions at the mid of the last valid quote
public record AccountView(
        AccountId id,
        String number,
        int optionsLevel,
        boolean tradingBlocked,
        Money openingCash,
        Money cash,
        Money reserved,
        Money collateral,
        Money marketValue,
        Money shortMarketValue,
        Money marketValueAtMid) {

    /// Cash and positions at what they would bring: the broker's equity field.
    public Money equity() {
        return cash.plus(marketValue);
    }

    /// Cash and positions at the mid, for reports.
    public Money equityAtMid() {
        return cash.plus(marketValueAtMid);
    }

    /// What new orders may take, for stocks and options alike: nothing is lent.
    public Money buyingPower() {
        return cash.minus(reserved).minus(collateral);
    }
}
