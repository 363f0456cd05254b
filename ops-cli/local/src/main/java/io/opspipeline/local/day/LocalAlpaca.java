package io.opspipeline.local.day;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.wire.ExchangeServer;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.runtime.service.Lockstep;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The adapter, pointed at the simulated exchange.
final class LocalAlpaca {

    /// What the exchange grants a minute of its time, as Alpaca does.
    private static final int TRADING_REQUESTS = 200;

    private static final int DATA_REQUESTS = 10_000;

    private LocalAlpaca() {}

    static AlpacaClients clients(ExchangeServer server, Lockstep lockstep, Alerts alerts) {
        AlpacaSettings settings =
                new AlpacaSettings(
                        server.tradingUrl(),
                        server.dataUrl(),
                        "sip",
                        "opra",
                        Duration.ofSeconds(10),
                        TRADING_REQUESTS,
                        DATA_REQUESTS,
                        Optional.empty(),
                        0,
                        1);
        settings.requireAgreement(Provenance.Mode.SIMULATED);
        return new AlpacaClients(
                settings,
                keys(),
                new Surroundings(
                        lockstep.time(), lockstep.time(), Pause.NONE, lockstep.frames(), alerts));
    }

    private static AlpacaKeys keys() {
        Map<AccountId, AlpacaCredentials> keys = new HashMap<>();
        for (LocalAccount account : LocalAccount.ALL) {
            keys.put(
                    account.id(),
                    new AlpacaCredentials(account.opening().keyId(), account.opening().secret()));
        }
        return AlpacaKeys.fixed(keys, LocalAccount.ALL.getFirst().id());
    }
}
