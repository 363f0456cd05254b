package io.opspipeline.local.broker;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.runtime.service.ProcessClock;
import io.opspipeline.runtime.setting.RunMode;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The exchange of a simulated run, as its services find it.
public final class SimulatedBroker {

    private SimulatedBroker() {}

    /// The accounts that trade there.
    public static SortedSet<AccountId> accounts() {
        return LocalAccount.ALL.stream()
                .map(LocalAccount::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// All that is needed to speak to it, on its own time.
    ///
    /// @param exchange base of its APIs
    /// @param clock its clock stream
    /// @throws IllegalStateException when it tells no time
    public static BrokerAccess at(URI exchange, URI clock) {
        return at(
                exchange,
                ProcessClock.of(Optional.of(clock.toString()), Provenance.Mode.SIMULATED));
    }

    /// The same on a clock that shows its time.
    public static BrokerAccess at(URI exchange, Clock clock) {
        var settings =
                BrokerAccess.settings(
                        RunMode.SIMULATED,
                        Map.of(
                                "alpaca.trading-url", exchange.toString(),
                                "alpaca.data-url", exchange.toString()));
        return new BrokerAccess(RunMode.SIMULATED, settings, keys(), clock);
    }

    private static AlpacaKeys keys() {
        Map<AccountId, AlpacaCredentials> keys =
                LocalAccount.ALL.stream()
                        .map(LocalAccount::opening)
                        .collect(Collectors.toMap(OpeningAccount::id, SimulatedBroker::keys));
        return AlpacaKeys.fixed(keys, accounts().first());
    }

    private static AlpacaCredentials keys(OpeningAccount account) {
        return new AlpacaCredentials(account.keyId(), account.secret());
    }
}
