package io.opspipeline.domain.account;

import io.opspipeline.domain.money.Money;

/// An account as the broker sees it.
///
/// @param number the broker's account number
/// @param status the broker's word, `ACTIVE` when it may trade
/// @param blocked true when trading is blocked or suspended
/// @param optionsLevel the level options may be traded at: 2 buys calls and puts
/// @param equity cash and positions
/// @param lastEquity equity at the previous close
/// @param cash cash, may be negative
/// @param optionsBuyingPower what options may cost now
public record BrokerAccount(
        String number,
        String status,
        boolean blocked,
        int optionsLevel,
        Money equity,
        Money lastEquity,
        Money cash,
        Money optionsBuyingPower) {

    /// True when the broker calls it active and nothing blocks it.
    public boolean mayTrade() {
        return status.equals("ACTIVE") && !blocked;
    }
}
