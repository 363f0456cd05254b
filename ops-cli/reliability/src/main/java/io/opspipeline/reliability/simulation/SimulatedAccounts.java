package io.opspipeline.reliability.simulation;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.local.day.LocalAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The two accounts of a local day, with more entries a day and more to lose: sixty minutes must
/// bring enough orders. Positions and exposure are limited as ever.
final class SimulatedAccounts {

    private static final int ENTRIES_A_DAY = 100;
    private static final int LOSSES = 8;

    static final List<LocalAccount> ALL =
            LocalAccount.ALL.stream().map(SimulatedAccounts::busy).toList();

    /// No pauses between entries, for the same reason, and exits that are judged by the stream of
    /// quotes most of the time, for speed; so is the rarer look for a mute stream.
    static final Map<String, String> SETTINGS =
            Map.of(
                    "dispatcher.spacing.pace", "0s",
                    "dispatcher.spacing.ticker-cooldown", "0s",
                    "dispatcher.spacing.ticker-daily", "20",
                    "dispatcher.spacing.cluster", "20",
                    "trade-stream.mute-check", "30s",
                    "trade-stream.heartbeat", "25s",
                    "position-manager.breakers.streak", "20",
                    "position-manager.evaluation", "30s");

    private SimulatedAccounts() {}

    private static LocalAccount busy(LocalAccount account) {
        Account row = account.registered();
        return new LocalAccount(
                new Account(
                        row.id(),
                        row.brokerNumber(),
                        row.strategy(),
                        row.tier(),
                        row.actions(),
                        Duration.ofMinutes(1),
                        new AccountLimits(
                                row.limits().dailyLoss().times(LOSSES),
                                row.limits().maxPositions(),
                                ENTRIES_A_DAY,
                                row.limits().maxExposure()),
                        row.enabled()),
                account.opening());
    }
}
