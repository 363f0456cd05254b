package io.opspipeline.alpaca.refusal;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.domain.account.AccountId;
import java.util.Optional;
import java.util.function.Supplier;

/// Keys of accounts that had some: half a pair is left of each.
final class LostKeys implements AlpacaKeys {

    @Override
    public Optional<Supplier<AlpacaCredentials>> of(AccountId account) {
        return Optional.of(() -> {
            throw new IllegalStateException(account + ".secret-key is missing");
        });
    }

    @Override
    public AccountId marketData() {
        return Bench.LARGE;
    }
}
