package io.opspipeline.dispatcher;

import io.opspipeline.dispatcher.EntryAttempt.EntryRules;
import io.opspipeline.dispatcher.rules.AccountGateRule;
import io.opspipeline.dispatcher.rules.ContractRule;
import io.opspipeline.dispatcher.rules.LadderRule;
import io.opspipeline.dispatcher.rules.PlanGateRule;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import io.opspipeline.runtime.setting.SettingsBinder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One process of the dispatcher over a desk's stores, market and broker. It can be killed.
final class EntryProcess {

    private static final DispatcherSettings SETTINGS =
            SettingsBinder.simulated().bind(DispatcherSettings.class, Map.of());

    private final EntryDesk desk;
    private final MortalTimers timers;
    private final DispatcherJob job;

    EntryProcess(EntryDesk desk) {
        this.desk = desk;
        timers = new MortalTimers(desk.time);
        var doubts =
                new DoubtSettlement(Stage.DISPATCHER, desk.broker, desk.orders, timers, desk.time);
        var cancels =
                new CancelConfirmation(
                        Stage.DISPATCHER,
                        desk.broker::cancel,
                        desk.broker,
                        desk.orders,
                        desk.alerts,
                        timers,
                        desk.time);
        var ladder = ladder(doubts, cancels);
        var inputs = inputs();
        job =
                new DispatcherJob(
                        desk.accounts,
                        new AccountNumberCheck(desk.broker, desk.alerts),
                        desk.dispatches,
                        inputs,
                        attempt(inputs, ladder),
                        new EntryRecovery(
                                desk.dispatches,
                                desk.orders,
                                desk.broker,
                                ladder,
                                cancels,
                                doubts,
                                desk.time),
                        SETTINGS.claimLife());
    }

    /// Runs the job for an account, now.
    JobResult run(AccountId account) {
        Instant now = desk.time.instant();
        return job.run(
                new Tick(JobName.DISPATCHER, Optional.of(account), Cause.SCHEDULE, now, now));
    }

    /// Dies: nothing it has planned happens any more.
    void die() {
        timers.die();
    }

    private EntryLadder ladder(DoubtSettlement doubts, CancelConfirmation cancels) {
        return new EntryLadder(
                prices(),
                desk.broker,
                desk.orders,
                new EntryQuotes(desk.board, desk.board),
                cancels,
                doubts,
                desk.accounts,
                timers,
                desk.time);
    }

    private EntryInputsLoader inputs() {
        return new EntryInputsLoader(
                SessionCalendar.nyse(),
                desk.accounts,
                desk.heartbeats,
                desk.bars,
                desk.positions,
                desk.broker,
                desk.board,
                desk.board);
    }

    private EntryAttempt attempt(EntryInputsLoader inputs, EntryLadder ladder) {
        var limits = SETTINGS.contractLimits();
        var contracts =
                new ContractInputsLoader(SessionCalendar.nyse(), desk.board, desk.board, limits);
        return new EntryAttempt(
                desk.dispatches,
                inputs,
                new EntryRules(
                        new AccountGateRule(SETTINGS.entryLimits()),
                        new PlanGateRule(SETTINGS.entryLimits()),
                        prices(),
                        SETTINGS.riskBudgetShare()),
                new OptionEntry(new ContractRule(limits), contracts),
                new StockEntry(desk.board),
                new ForcedExits(SessionCalendar.nyse(), ForcedExitTimes.DEFAULT),
                FeeTable.standard(),
                ladder);
    }

    private static LadderRule prices() {
        return new LadderRule(SETTINGS.ladder().step(), SETTINGS.ladder().ceiling());
    }
}
