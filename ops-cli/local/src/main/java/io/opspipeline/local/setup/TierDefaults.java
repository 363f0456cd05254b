package io.opspipeline.local.setup;

import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.money.Money;
import java.time.Duration;

/// What an account of a tier gets when nobody says otherwise: the figures of the trading rules,
/// section 8, for `large` from a medium account up and for `tiny` below.
///
/// @param limits it trades under
/// @param cadence how often its dispatcher runs when nothing wakes it
record TierDefaults(AccountLimits limits, Duration cadence) {

    private static final TierDefaults LARGE =
            new TierDefaults(
                    new AccountLimits(Money.of("500"), 5, 10, Money.of("10000")),
                    Duration.ofMinutes(1));

    private static final TierDefaults TINY =
            new TierDefaults(
                    new AccountLimits(Money.of("100"), 2, 4, Money.of("400")),
                    Duration.ofMinutes(5));

    static TierDefaults of(Tier tier) {
        return switch (tier) {
            case TINY, SMALL -> TINY;
            case MEDIUM, LARGE -> LARGE;
        };
    }
}
