package io.opspipeline.local.setup;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import java.util.Optional;

/// The row that an account would get.
///
/// @param row as it would be registered
/// @param seen the account as the broker sees it
/// @param before the row that is there now
public record AccountProposal(Account row, BrokerAccount seen, Optional<Account> before) {

    /// What is asked for; what is empty stays as it was, or gets its default.
    ///
    /// @param strategy how it trades
    /// @param tier its size class
    /// @param newNumber true when the row may get another account number of the broker
    public record Wishes(Optional<Strategy> strategy, Optional<Tier> tier, boolean newNumber) {}

    /// Proposes a row. A new one gets the tier of the account's equity and that tier's limits.
    ///
    /// @throws SetupRefused when the keys belong to another account than the registered one, or the
    ///   strategy of a new one is not given
    public static AccountProposal of(
            AccountId id, BrokerAccount seen, Optional<Account> before, Wishes wishes) {
        Account row =
                before.map(known -> changed(known, seen, wishes))
                        .orElseGet(() -> fresh(id, seen, wishes));
        return new AccountProposal(row, seen, before);
    }

    /// True when the row would not change.
    public boolean isNoChange() {
        return before.filter(row::equals).isPresent();
    }

    private static Account fresh(AccountId id, BrokerAccount seen, Wishes wishes) {
        Tier tier = wishes.tier().orElse(Tier.of(seen.equity()));
        TierDefaults defaults = TierDefaults.of(tier);
        Strategy strategy =
                wishes.strategy()
                        .orElseThrow(() ->
                                new SetupRefused(
                                        "account %s is new: say --strategy SWING or --strategy DAY"
                                                .formatted(id)));
        return new Account(
                id,
                seen.number(),
                strategy,
                tier,
                AllowedActions.OPTIONS_ONLY,
                defaults.cadence(),
                defaults.limits(),
                true);
    }

    private static Account changed(Account known, BrokerAccount seen, Wishes wishes) {
        if (!known.brokerNumber().equals(seen.number()) && !wishes.newNumber()) {
            throw new SetupRefused(
                    "account %s is registered as the broker's %s, and these keys belong to %s; register it under another --account, or say --new-account-number"
                            .formatted(known.id(), known.brokerNumber(), seen.number()));
        }
        Tier tier = wishes.tier().orElse(known.tier());
        TierDefaults defaults = TierDefaults.of(tier);
        boolean sameTier = tier == known.tier();
        return new Account(
                known.id(),
                seen.number(),
                wishes.strategy().orElse(known.strategy()),
                tier,
                known.actions(),
                sameTier ? known.cadence() : defaults.cadence(),
                sameTier ? known.limits() : defaults.limits(),
                known.enabled());
    }
}
