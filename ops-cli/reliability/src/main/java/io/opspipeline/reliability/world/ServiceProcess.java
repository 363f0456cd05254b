package io.opspipeline.reliability.world;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.dispatcher.DispatcherPorts;
import io.opspipeline.dispatcher.DispatcherService;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.persistence.job.LeaseOwner;
import io.opspipeline.persistence.job.PostgresLeases;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.positionmanager.PositionManagerPorts;
import io.opspipeline.positionmanager.PositionManagerService;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.job.JobDirectory;
import io.opspipeline.runtime.job.JobHost;
import io.opspipeline.runtime.job.JobRunner;
import io.opspipeline.runtime.job.WakeUpRouter;
import io.opspipeline.tradestream.TradeStreamPorts;
import io.opspipeline.tradestream.TradeStreamService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One service, from its start to its death.
final class ServiceProcess {

    private final Role role;
    private final Surround around;
    private final Mortality mortality;
    private final MortalTimers timers;
    private final AlpacaClients alpaca;
    private final PostgresLeases leases;
    private final Stores stores;
    private final JobDirectory directory = new JobDirectory();
    private final WakeUpRouter router;
    private final JobHost host;

    private ServiceProcess(
            Role role, Surround around, Crashes crashes, Map<String, String> settings) {
        this.role = role;
        this.around = around;
        mortality = new Mortality(role, crashes);
        timers = new MortalTimers(around.time(), mortality);
        alpaca = around.clients(timers);
        leases =
                new PostgresLeases(
                        around.reach().over(around.database().sessions()),
                        LeaseOwner.ofThisProcess(),
                        around.time());
        stores =
                Stores.over(
                        Database.over(
                                new MortalDatabase(
                                        around.database().pool(),
                                        mortality,
                                        around.reach(),
                                        around.commits())),
                        around.time(),
                        leases);
        var runner =
                new JobRunner(role.service(), jobs(settings), stores.runs(), leases, around.time());
        router = new WakeUpRouter(directory, timers, around.time());
        host =
                new JobHost(
                        runner,
                        new AccountScope(stores.accounts(), Optional.empty()),
                        SessionCalendar.nyse(),
                        timers,
                        around.time());
    }

    /// Starts it: it takes its leases, and walks its schedule.
    static ServiceProcess start(
            Role role, Surround around, Crashes crashes, Map<String, String> settings) {
        var process = new ServiceProcess(role, around, crashes, settings);
        try {
            process.directory.register(process.host);
            around.announcements().add(process.router);
            process.host.walk();
            process.host.takeLeases();
        } catch (ProcessKilled _) {
            process.mortality.kill();
        }
        return process;
    }

    Role role() {
        return role;
    }

    boolean isDead() {
        return mortality.isDead();
    }

    /// Ends it at once, wherever it is.
    void kill() {
        mortality.kill();
    }

    /// Takes what is left of a dead one away: its connections end, as the operating system ends
    /// them.
    void bury() {
        around.announcements().remove(router);
        leases.close();
        alpaca.close();
    }

    private List<Job> jobs(Map<String, String> settings) {
        Map<String, String> own = own(settings);
        return switch (role) {
            case DISPATCHER -> DispatcherService.simulated(dispatcher(), own).jobs();
            case TRADE_STREAM -> TradeStreamService.simulated(tradeStream(), own).jobs();
            case POSITION_MANAGER ->
                    PositionManagerService.simulated(positionManager(), own).jobs();
        };
    }

    private Map<String, String> own(Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(each -> each.getKey().startsWith(role.service() + "."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private DispatcherPorts dispatcher() {
        return new DispatcherPorts(
                orders(),
                alpaca.books(),
                alpaca.marketData(),
                alpaca.optionChains(),
                stores.accounts(),
                stores.dispatches(),
                stores.ledger(),
                stores.positions(),
                stores.bars(),
                stores.halts(),
                stores.heartbeats(),
                stores.alerts(),
                stores.reads(),
                SessionCalendar.nyse(),
                timers,
                around.time());
    }

    private TradeStreamPorts tradeStream() {
        return new TradeStreamPorts(
                around.way().orders(alpaca.tradingStream()),
                alpaca.books(),
                alpaca.activities(),
                stores.accounts(),
                stores.ledger(),
                stores.positions(),
                stores.bars(),
                stores.heartbeats(),
                stores.alerts(),
                wakeUps(),
                SessionCalendar.nyse(),
                timers,
                around.time());
    }

    private PositionManagerPorts positionManager() {
        return new PositionManagerPorts(
                orders(),
                alpaca.books(),
                alpaca.marketData(),
                alpaca.optionChains(),
                around.way().quotes(alpaca.optionQuoteStream()),
                stores.accounts(),
                stores.ledger(),
                stores.positions(),
                stores.bars(),
                stores.halts(),
                stores.equity(),
                stores.reports(),
                stores.heartbeats(),
                stores.alerts(),
                SessionCalendar.nyse(),
                timers,
                around.time());
    }

    private MortalOrders orders() {
        return new MortalOrders(alpaca.orderEntry(), mortality);
    }

    private WakeUps wakeUps() {
        return (topic, asOf) -> {
            mortality.requireAlive();
            around.announcements().announce(topic, asOf);
        };
    }
}
