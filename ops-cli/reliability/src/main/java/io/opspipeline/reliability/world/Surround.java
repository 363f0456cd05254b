package io.opspipeline.reliability.world;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.time.Pause;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// What all processes of a world share.
///
/// @param time their clock and timers
/// @param way to the exchange
/// @param announcements brings wake-ups to them
/// @param database theirs
/// @param reach whether they reach it
/// @param commits counts those of all processes that write to the books
/// @param accounts who trades
record Surround(
        ProcessTime time,
        Way way,
        Announcements announcements,
        Scratch database,
        DatabaseReach reach,
        LongAdder commits,
        List<LocalAccount> accounts) {

    /// The adapter of one process.
    AlpacaClients clients(MortalTimers timers) {
        var alerts = new PostgresAlerts(Database.over(database.pool()));
        return way.clients(
                keys(), new Surroundings(time, timers, Pause.NONE, way.frames(), alerts));
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
