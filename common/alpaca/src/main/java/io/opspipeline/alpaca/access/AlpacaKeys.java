package io.opspipeline.alpaca.access;

import io.opspipeline.domain.account.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Where the credentials of each account come from, and whose are used for market data. An
/// account's credentials are never used for another (incident 70).
public interface AlpacaKeys {

    /// The credentials of an account; empty when it has none. The supplier reads the secret anew
    /// each time it is called.
    Optional<Supplier<AlpacaCredentials>> of(AccountId account);

    /// The account that asks for prices, contracts and the calendar.
    AccountId marketData();

    /// Credentials that never change.
    ///
    /// @throws IllegalArgumentException when the market-data account has none
    static AlpacaKeys fixed(Map<AccountId, AlpacaCredentials> accounts, AccountId marketData) {
        if (!accounts.containsKey(marketData)) {
            throw new IllegalArgumentException(
                    "account '%s' is to ask for market data but has no credentials"
                            .formatted(marketData));
        }
        return new FixedKeys(Map.copyOf(accounts), marketData);
    }
}
