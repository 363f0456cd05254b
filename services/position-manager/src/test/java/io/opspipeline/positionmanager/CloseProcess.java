package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.account.PostgresHeartbeats;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.order.PostgresOrderLedger;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.persistence.position.PostgresPositions;
import io.opspipeline.persistence.recording.PostgresEquityHistory;
import io.opspipeline.persistence.recording.PostgresReports;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.time.VirtualTime;
import io.opspipeline.testkit.crash.MortalClient;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A position-manager over a database, a broker and a market that outlive it: when it dies, nothing
/// it has planned happens any more.
final class CloseProcess {

    private static final CurrentSettings<PositionManagerSettings> SETTINGS =
            new CurrentSettings<>(
                    PositionManagerSettings.class, SettingsBinder.simulated(), Map.of(), Map.of());

    private final AccountId account;
    private final VirtualTime time;
    private final PositionManagerService service;

    CloseProcess(
            MortalClient client,
            AccountId account,
            VirtualTime time,
            CrashBroker broker,
            FakeMarket market) {
        this.account = account;
        this.time = time;
        var database = Database.over(client.dataSource());
        service =
                new PositionManagerService(
                        new PositionManagerPorts(
                                broker,
                                broker,
                                FakeStocks.none(),
                                market,
                                new FakeQuotes(time),
                                new PostgresAccounts(database),
                                ledger(database, time),
                                positions(database),
                                market,
                                market,
                                new PostgresEquityHistory(database),
                                new PostgresReports(database),
                                new PostgresHeartbeats(database),
                                new PostgresAlerts(database),
                                SessionCalendar.nyse(),
                                whileAlive(client, time),
                                time),
                        SETTINGS);
    }

    static PostgresOrderLedger ledger(Database database, VirtualTime time) {
        return new PostgresOrderLedger(
                database, FeeTable.standard(), ExitLevels.standard(), time, "0.1.0+test");
    }

    static PostgresPositions positions(Database database) {
        return new PostgresPositions(
                database, FeeTable.standard(), ExitLevels.standard(), "0.1.0+test");
    }

    /// Runs its job now, in the queue of time: it may die over it.
    void run() {
        Instant now = time.instant();
        var job = service.positionManagerJob();
        var tick =
                new Tick(JobName.POSITION_MANAGER, Optional.of(account), Cause.SCHEDULE, now, now);
        job.taken(tick.account());
        time.at(now, CloseCrash.FIRST, () -> job.run(tick));
        time.runUntil(now);
    }

    private static Timers whileAlive(MortalClient client, VirtualTime time) {
        return (due, key, action) ->
                time.at(
                        due,
                        key,
                        () -> {
                            if (!client.isDead()) {
                                action.run();
                            }
                        });
    }
}
