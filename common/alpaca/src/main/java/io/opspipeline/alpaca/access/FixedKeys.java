package io.opspipeline.alpaca.access;

import io.opspipeline.domain.account.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Credentials in memory.
record FixedKeys(Map<AccountId, AlpacaCredentials> accounts, AccountId marketData)
        implements AlpacaKeys {

    @Override
    public Optional<Supplier<AlpacaCredentials>> of(AccountId account) {
        return Optional.ofNullable(accounts.get(account)).map(found -> () -> found);
    }
}
