package io.opspipeline.dispatcher;

import io.opspipeline.domain.job.Stage;
import io.opspipeline.ports.job.Job;
import io.opspipeline.runtime.market.StockHalts;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsBinder;
import java.util.List;
import java.util.Map;

/// The dispatcher, put together from its ports. The Spring context and the simulation make the same
/// one.
public final class DispatcherService {

    private final DispatcherPorts ports;
    private final CurrentSettings<DispatcherSettings> settings;

    DispatcherService(DispatcherPorts ports, CurrentSettings<DispatcherSettings> settings) {
        this.ports = ports;
        this.settings = settings;
    }

    /// A simulated one.
    ///
    /// @param overrides settings by key, where they differ from the defaults
    /// @throws io.opspipeline.runtime.setting.SettingsException when a value is bad
    public static DispatcherService simulated(
            DispatcherPorts ports, Map<String, String> overrides) {
        var binder = new SettingsBinder(RunMode.SIMULATED);
        return new DispatcherService(
                ports,
                new CurrentSettings<>(DispatcherSettings.class, binder, Map.of(), overrides));
    }

    /// One of the next process, by the same settings: reading them anew is the better part of a
    /// start.
    public DispatcherService over(DispatcherPorts next) {
        return new DispatcherService(next, settings);
    }

    /// Its jobs, each with a state of its own: ask once.
    public List<Job> jobs() {
        return List.of(job());
    }

    /// Its one job.
    Job job() {
        var permission =
                new EntryPermission(ports.accounts(), settings, ports.reads(), ports.clock());
        CancelConfirmation cancels = cancels();
        DoubtSettlement doubts = doubts();
        var entries = new EntriesInHand();
        EntryRecovery recovery = recovery(entries, cancels, doubts);
        EntryLadder ladder = ladder(permission, cancels, doubts, entries, recovery);
        EntryInputsLoader inputs = inputs(permission);
        return new DispatcherJob(
                ports.accounts(),
                ports.dispatches(),
                inputs,
                new EntryParts(
                        ports.dispatches(),
                        inputs,
                        ports.marketData(),
                        ports.chains(),
                        ports.calendar(),
                        ladder),
                recovery,
                permission,
                settings);
    }

    private EntryInputsLoader inputs(EntryPermission permission) {
        return new EntryInputsLoader(
                ports.calendar(),
                permission,
                ports.heartbeats(),
                ports.bars(),
                halts(),
                ports.positions(),
                ports.books(),
                ports.chains(),
                ports.marketData());
    }

    private EntryRecovery recovery(
            EntriesInHand entries, CancelConfirmation cancels, DoubtSettlement doubts) {
        return new EntryRecovery(
                ports.dispatches(),
                ports.ledger(),
                ports.books(),
                entries,
                cancels,
                doubts,
                ports.timers(),
                ports.clock());
    }

    private EntryLadder ladder(
            EntryPermission permission,
            CancelConfirmation cancels,
            DoubtSettlement doubts,
            EntriesInHand entries,
            EntryRecovery recovery) {
        return new EntryLadder(
                () -> settings.get().ladderRule(),
                ports.broker(),
                ports.ledger(),
                new EntryQuotes(ports.chains(), ports.marketData()),
                cancels,
                doubts,
                new EntryStops(permission, halts(), ports.positions(), ports.clock()),
                new EarlierOrders(ports.books()),
                new EntryPauses(ports.accounts(), ports.alerts()),
                entries,
                recovery,
                ports.timers(),
                ports.clock());
    }

    private StockHalts halts() {
        return new StockHalts(ports.halts(), ports.bars(), ports.heartbeats());
    }

    private CancelConfirmation cancels() {
        return new CancelConfirmation(
                Stage.DISPATCHER,
                ports.broker()::cancel,
                ports.books(),
                ports.ledger(),
                ports.alerts(),
                ports.timers(),
                ports.clock());
    }

    private DoubtSettlement doubts() {
        return new DoubtSettlement(
                Stage.DISPATCHER, ports.books(), ports.ledger(), ports.timers(), ports.clock());
    }
}
