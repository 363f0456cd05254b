package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.persistence.dispatch.PostgresDispatches;
import io.opspipeline.persistence.order.IntentFence;
import io.opspipeline.persistence.order.PostgresOrderLedger;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.runtime.market.StockHalts;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.SettingsBinder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One process of the dispatcher over a desk's stores, market and broker. It can be killed.
final class EntryProcess {

    /// What an operator may change while the process runs.
    final CurrentSettings<DispatcherSettings> settings =
            new CurrentSettings<>(
                    DispatcherSettings.class, SettingsBinder.simulated(), Map.of(), Map.of());

    private final EntryDesk desk;
    private final PostgresOrderLedger orders;
    private final PostgresDispatches dispatches;
    private final MortalTimers timers;
    private final EntryPermission permission;
    private final DispatcherJob job;

    EntryProcess(EntryDesk desk) {
        this(desk, IntentFence.NONE);
    }

    EntryProcess(EntryDesk desk, IntentFence fence) {
        this.desk = desk;
        orders = desk.ledger(fence);
        dispatches = desk.dispatches(orders);
        timers = new MortalTimers(desk.time);
        permission = new EntryPermission(desk.accounts, settings, desk.reads, desk.time);
        var doubts = new DoubtSettlement(Stage.DISPATCHER, desk.broker, orders, timers, desk.time);
        var cancels =
                new CancelConfirmation(
                        Stage.DISPATCHER,
                        desk.broker::cancel,
                        desk.broker,
                        orders,
                        desk.alerts,
                        timers,
                        desk.time);
        var entries = new EntriesInHand();
        var recovery =
                new EntryRecovery(
                        dispatches,
                        orders,
                        desk.broker,
                        entries,
                        cancels,
                        doubts,
                        timers,
                        desk.time);
        var ladder = ladder(doubts, cancels, entries, recovery);
        var inputs = inputs();
        job =
                new DispatcherJob(
                        desk.accounts,
                        dispatches,
                        inputs,
                        parts(inputs, ladder),
                        recovery,
                        permission,
                        settings);
    }

    /// Runs the job for an account, now.
    JobResult run(AccountId account) {
        Instant now = desk.time.instant();
        return job.run(
                new Tick(JobName.DISPATCHER, Optional.of(account), Cause.SCHEDULE, now, now));
    }

    /// Its lease of an account goes to another process.
    void lose(AccountId account) {
        job.released(Optional.of(account));
    }

    /// The job, for a host.
    DispatcherJob job() {
        return job;
    }

    /// Dies: nothing it has planned happens any more.
    void die() {
        timers.die();
    }

    private EntryLadder ladder(
            DoubtSettlement doubts,
            CancelConfirmation cancels,
            EntriesInHand entries,
            EntryRecovery recovery) {
        return new EntryLadder(
                () -> settings.get().ladderRule(),
                desk.broker,
                orders,
                new EntryQuotes(desk.board, desk.board),
                cancels,
                doubts,
                new EntryStops(permission, halts(), desk.positions, desk.time),
                new EarlierOrders(desk.broker),
                new EntryPauses(desk.accounts, desk.alerts),
                entries,
                recovery,
                timers,
                desk.time);
    }

    private StockHalts halts() {
        return new StockHalts(desk.halts, desk.bars, desk.heartbeats);
    }

    private EntryInputsLoader inputs() {
        return new EntryInputsLoader(
                SessionCalendar.nyse(),
                permission,
                desk.heartbeats,
                desk.bars,
                halts(),
                desk.positions,
                desk.broker,
                desk.board,
                desk.board);
    }

    private EntryParts parts(EntryInputsLoader inputs, EntryLadder ladder) {
        return new EntryParts(
                dispatches, inputs, desk.board, desk.board, SessionCalendar.nyse(), ladder);
    }
}
