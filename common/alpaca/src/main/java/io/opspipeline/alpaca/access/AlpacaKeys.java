package io.opspipeline.alpaca.access;

import io.opspipeline.domain.account.AccountId;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Where the credentials of each account come from, and whose are used for market data.
///
/// @param accounts by account; a supplier reads the secret anew each time it is called
/// @param marketData the account that asks for prices, contracts and the calendar
public record AlpacaKeys(
        Map<AccountId, Supplier<AlpacaCredentials>> accounts, AccountId marketData) {

    /// Refuses a market-data account without credentials.
    public AlpacaKeys {
        if (!accounts.containsKey(marketData)) {
            throw new IllegalArgumentException(
                    "account '"
                            + marketData
                            + "' is to ask for market data but has no credentials");
        }
        accounts = Map.copyOf(accounts);
    }

    /// The accounts by name.
    public SequencedMap<AccountId, Supplier<AlpacaCredentials>> sorted() {
        return new TreeMap<>(accounts);
    }

    @Override
    public String toString() {
        return "AlpacaKeys[accounts=%s, marketData=%s]".formatted(sorted().keySet(), marketData);
    }
}
