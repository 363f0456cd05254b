package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;

/// An account as it is when the exchange starts: cash, no positions.
///
/// @param id our name of it
/// @param number the broker's account number
/// @param keyId the API key
/// @param secret the API secret
/// @param cash opening cash, also the equity at the previous close; zero or more
/// @param optionsLevel 0 to 3; buying calls and puts needs 2
/// @param tradingBlocked true when the broker takes no order of it
public record OpeningAccount(
        AccountId id,
        String number,
        String keyId,
        String secret,
        Money cash,
        int optionsLevel,
        boolean tradingBlocked) {

    /// Refuses debt and an unknown level.
    public OpeningAccount {
        if (cash.isNegative() || optionsLevel < 0 || optionsLevel > 3) {
            throw new IllegalArgumentException(
                    "account %s cannot open with cash %s and options level %d"
                            .formatted(id, cash, optionsLevel));
        }
    }

    /// An account that may trade.
    public OpeningAccount(
            AccountId id,
            String number,
            String keyId,
            String secret,
            Money cash,
            int optionsLevel) {
        this(id, number, keyId, secret, cash, optionsLevel, false);
    }

    /// The same under another account number of the broker.
    public OpeningAccount withNumber(String other) {
        return new OpeningAccount(id, other, keyId, secret, cash, optionsLevel, tradingBlocked);
    }

    /// The same with another options level.
    public OpeningAccount withOptionsLevel(int level) {
        return new OpeningAccount(id, number, keyId, secret, cash, level, tradingBlocked);
    }

    /// The same, and the broker takes no order of it.
    public OpeningAccount withTradingBlocked() {
        return new OpeningAccount(id, number, keyId, secret, cash, optionsLevel, true);
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "OpeningAccount[%s, %s, %s, level %d]".formatted(id, number, cash, optionsLevel);
    }
}
