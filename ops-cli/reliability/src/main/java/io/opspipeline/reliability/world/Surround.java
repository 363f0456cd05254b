package io.opspipeline.reliability.world;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.runtime.job.JobDirectory;
import io.opspipeline.runtime.job.WakeUpRouter;
import io.opspipeline.runtime.time.CountedFrames;
import io.opspipeline.runtime.time.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What all processes of a world share.
///
/// @param time the one clock and queue
/// @param frames counts the stream frames that were handled
/// @param streams the driver's view of the streams
/// @param jobs every job that runs
/// @param router brings wake-ups to them
/// @param exchange base of the exchange's APIs
/// @param database theirs
/// @param accounts who trades
record Surround(
        VirtualTime time,
        CountedFrames frames,
        ObservedStreams streams,
        JobDirectory jobs,
        WakeUpRouter router,
        URI exchange,
        Scratch database,
        List<LocalAccount> accounts) {

    /// What the exchange grants, as Alpaca does; three services share it.
    private static final int TRADING_REQUESTS = 80;

    private static final int DATA_REQUESTS = 10_000;

    /// The adapter of one process.
    AlpacaClients clients(MortalTimers timers) {
        var settings =
                new AlpacaSettings(
                        exchange,
                        exchange,
                        "sip",
                        "opra",
                        Duration.ofSeconds(10),
                        TRADING_REQUESTS,
                        DATA_REQUESTS,
                        Optional.empty(),
                        0,
                        1);
        var alerts = new PostgresAlerts(Database.over(database.pool()));
        return new AlpacaClients(
                settings, keys(), new Surroundings(time, timers, Pause.NONE, frames, alerts));
    }

    private AlpacaKeys keys() {
        return AlpacaKeys.fixed(
                accounts.stream()
                        .collect(Collectors.toMap(LocalAccount::id, Surround::credentials)),
                first());
    }

    private AccountId first() {
        return accounts.getFirst().id();
    }

    private static AlpacaCredentials credentials(LocalAccount account) {
        return new AlpacaCredentials(account.opening().keyId(), account.opening().secret());
    }
}
