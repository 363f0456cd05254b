package io.opspipeline.positionmanager;

import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.ports.job.Job;
import io.opspipeline.runtime.market.StockHalts;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsBinder;
import java.util.List;
import java.util.Map;

/// The position-manager, put together from its ports. The Spring context and the simulation make
/// the same one. Closing it hangs up the stream of quotes.
public final class PositionManagerService implements AutoCloseable {

    private final PositionManagerPorts ports;
    private final Rulebook rules;
    private final MarketView market;
    private final ExitHold hold;
    private final QuoteStreamWatch stream;
    private final QuoteSubscription subscription;
    private final TradingPauses pauses;
    private final Firings firings = new Firings();
    private final ExitDesks desks;

    PositionManagerService(
            PositionManagerPorts ports, CurrentSettings<PositionManagerSettings> settings) {
        this.ports = ports;
        var forced = new ForcedExits(ports.calendar(), ForcedExitTimes.DEFAULT);
        rules = new Rulebook(settings, forced);
        market = new MarketView(ports.chains(), ports.marketData(), ports.bars());
        hold = new ExitHold(new StockHalts(ports.halts(), ports.bars(), ports.heartbeats()), rules);
        stream =
                new QuoteStreamWatch(
                        ports.alerts(), ports.calendar(), ports.timers(), ports.clock());
        // The desks follow the subscription that they read.
        var feed = new QuoteFeed(ports.quotes(), stream, this::desks);
        subscription = new QuoteSubscription(feed::open, ports.timers(), ports.clock());
        pauses = new TradingPauses(ports.accounts(), ports.alerts());
        desks = new ExitDesks(parts(forced));
    }

    /// A simulated one.
    ///
    /// @param overrides settings by key, where they differ from the defaults
    /// @throws io.opspipeline.runtime.setting.SettingsException when a value is bad
    public static PositionManagerService simulated(
            PositionManagerPorts ports, Map<String, String> overrides) {
        var binder = new SettingsBinder(RunMode.SIMULATED);
        return new PositionManagerService(
                ports,
                new CurrentSettings<>(PositionManagerSettings.class, binder, Map.of(), overrides));
    }

    /// Its jobs.
    public List<Job> jobs() {
        return List.of(positionManagerJob(), equitySnapshotJob(), reportJob());
    }

    Job positionManagerJob() {
        return new PositionManagerJob(ports.accounts(), desks);
    }

    Job equitySnapshotJob() {
        return new EquitySnapshotJob(
                ports.accounts(),
                ports.books(),
                ports.positions(),
                ports.equity(),
                desks,
                new DrawdownBreaker(rules, ports.equity(), pauses),
                ports.calendar());
    }

    Job reportJob() {
        return new ReportJob(
                ports.accounts(),
                ports.books(),
                ports.reports(),
                new DayBasis(ports.positions(), desks, market, ports.alerts()),
                ports.calendar());
    }

    /// How often each exit fired.
    Firings firings() {
        return firings;
    }

    /// Whether quotes come.
    QuoteStreamWatch stream() {
        return stream;
    }

    @Override
    public void close() {
        subscription.close();
    }

    private ExitDesks desks() {
        return desks;
    }

    private ExitParts parts(ForcedExits forced) {
        return new ExitParts(
                rules,
                forced,
                market,
                hold,
                subscription,
                stream,
                closingOrders(),
                ports.broker(),
                ports.books(),
                ports.ledger(),
                ports.positions(),
                ports.accounts(),
                ports.reports(),
                ports.heartbeats(),
                ports.alerts(),
                pauses,
                firings,
                ports.calendar(),
                ports.timers(),
                ports.clock());
    }

    private ClosingOrders closingOrders() {
        return new ClosingOrders(
                ports.broker(),
                ports.books(),
                ports.ledger(),
                new CancelConfirmation(
                        Stage.POSITION_MANAGER,
                        ports.broker()::cancel,
                        ports.books(),
                        ports.ledger(),
                        ports.alerts(),
                        ports.timers(),
                        ports.clock()),
                new DoubtSettlement(
                        Stage.POSITION_MANAGER,
                        ports.books(),
                        ports.ledger(),
                        ports.timers(),
                        ports.clock()),
                ports.timers(),
                ports.clock());
    }
}
