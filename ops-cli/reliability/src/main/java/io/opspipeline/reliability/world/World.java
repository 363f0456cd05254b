package io.opspipeline.reliability.world;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.exchange.venue.Expiries;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.venue.VenueSettings;
import io.opspipeline.exchange.wire.ExchangeServer;
import io.opspipeline.exchange.wire.MemoryExchange;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.account.PostgresHeartbeats;
import io.opspipeline.persistence.market.PostgresBars;
import io.opspipeline.persistence.market.PostgresTradingHalts;
import io.opspipeline.persistence.market.PostgresUniverse;
import io.opspipeline.persistence.signal.PostgresSignals;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Exchange, database and processes on one virtual clock. One thread drives it.
public final class World implements AutoCloseable {

    private final ScriptedMarket market;
    private final VirtualTime time;
    private final Venue venue;
    private final Way way;
    private final Surround around;
    private final PostgresAccounts accounts;
    private final PostgresTradingHalts halts;
    private final PostgresSignals signals;
    private final Processes processes;
    private long steps;
    private long seen;

    private World(Plan plan, Scratch database) {
        market = plan.market();
        time = new VirtualTime(plan.start());
        venue =
                new Venue(
                        market,
                        VenueSettings.standard(market.description().seed()).ending(plan.ends()),
                        plan.faults(),
                        plan.accounts().stream().map(LocalAccount::opening).toList(),
                        plan.start());
        way =
                switch (plan.transport()) {
                    case NETWORK -> new NetworkWay(ExchangeServer.start(venue));
                    case MEMORY -> new MemoryWay(MemoryExchange.open(venue));
                };
        around =
                new Surround(
                        new ProcessTime(time),
                        way,
                        new Announcements(),
                        database,
                        new DatabaseReach(),
                        new LongAdder(),
                        plan.accounts());
        processes = new Processes(around, plan.settings());
        Database rows = Database.over(database.pool());
        accounts = new PostgresAccounts(rows);
        halts = new PostgresTradingHalts(rows);
        signals = new PostgresSignals(rows);
        register(rows, plan);
        new MarketDays(market, time, new PostgresBars(rows), new PostgresHeartbeats(rows)).begin();
    }

    /// What a world begins with.
    ///
    /// @param market what is traded
    /// @param faults what goes wrong at the exchange
    /// @param accounts who trades
    /// @param start the first instant, UTC
    /// @param settings of the services, where they differ from the defaults
    /// @param ends how contracts end at the exchange
    /// @param transport what lies between services and exchange
    public record Plan(
            ScriptedMarket market,
            Faults faults,
            List<LocalAccount> accounts,
            Instant start,
            Map<String, String> settings,
            Expiries ends,
            Transport transport) {}

    /// What lies between services and exchange.
    public enum Transport {
        /// HTTP and WebSockets of the loopback interface.
        NETWORK,
        /// Nothing: the same bytes, in the driver's thread.
        MEMORY
    }

    /// A world without processes.
    ///
    /// @param database its own; the caller closes it after the world
    public static World open(Plan plan, Scratch database) {
        return new World(plan, database);
    }

    /// Its clock and queue.
    public VirtualTime time() {
        return time;
    }

    /// The exchange.
    public Venue venue() {
        return venue;
    }

    /// What is traded.
    public ScriptedMarket market() {
        return market;
    }

    /// Its database, seen from outside.
    public Scratch database() {
        return around.database();
    }

    /// How many processes have died so far.
    public int deaths() {
        return processes.deaths();
    }

    /// How many entries of the queue were run so far.
    public long steps() {
        return steps;
    }

    /// What steps have thrown so far, but deaths, oldest first.
    public List<Throwable> failures() {
        return time.failures().stream()
                .filter(failure -> !(failure instanceof ProcessKilled))
                .toList();
    }

    /// Crashes that were meant to happen and have not.
    public List<Crashes> crashesToCome() {
        return processes.crashesToCome();
    }

    /// True while a process of a service is alive.
    public boolean runs(Role role) {
        return processes.run(role);
    }

    /// Starts a process.
    public void start(Role role, Crashes crashes) {
        processes.start(role, crashes);
        way.settle();
        processes.bury();
    }

    /// Kills the processes of a service where they are.
    public void kill(Role role) {
        processes.kill(role, Long.MAX_VALUE);
    }

    /// Kills the process of a service that was started first.
    public void killOldest(Role role) {
        processes.kill(role, 1);
    }

    /// Ends every session of the database, and lets no process open another.
    public void loseDatabase() {
        around.reach().change(true);
        around.database().endSessions();
    }

    /// Lets the processes reach the database again.
    public void findDatabase() {
        around.reach().change(false);
    }

    /// Puts the clock of all processes ahead of the exchange's; behind when negative.
    public void skewProcesses(Duration by) {
        around.time().skew(by);
    }

    /// Returns when every process has handled what was sent to it.
    ///
    /// @return true when something was sent
    public boolean settle() {
        long before = way.framesSent();
        way.settle();
        return way.framesSent() > before;
    }

    /// Cuts the streams of order events, and waits until their clients have noticed.
    public void cutOrderStreams() {
        way.cutOrderStreams();
    }

    /// Cuts the streams of quotes, and waits until their clients have noticed.
    public void cutQuoteStreams() {
        way.cutQuoteStreams();
    }

    /// Does something at an instant, before anything else of it.
    public void at(Instant due, String what, Runnable action) {
        time.at(due, new TimerKey(Stage.MARKET, Optional.empty(), what), action);
    }

    /// A signal of the bar that closed last, with that bar.
    public void signal(Signal signal) {
        signals.store(List.of(signal), time.instant());
        announce(Topic.SIGNALS);
    }

    /// The tape says that trading in a stock halts or goes on.
    public void tell(TradingHalt halt) {
        halts.note(List.of(halt));
    }

    /// A person changes what an account may do, until a person says otherwise.
    public void change(AccountId account, TradingState state, String reason) {
        change(account, new TradingStatus(state, reason, Optional.empty()));
    }

    /// The same, with an end or without.
    public void change(AccountId account, TradingStatus status) {
        accounts.changeTradingState(
                account, status.state(), status.reason(), status.until(), time.instant());
        announce(Topic.TRADING_STATES);
    }

    /// What an account may do now.
    public TradingStatus status(AccountId account) {
        return accounts.tradingStatus(account, time.instant());
    }

    /// A person gives an account another daily loss limit.
    ///
    /// @param limit in USD, above 0
    public void limit(AccountId account, Money limit) {
        JdbcClient.create(database().pool())
                .sql("update accounts set daily_loss_limit = ? where account_id = ?")
                .param(limit.amount())
                .param(account.value())
                .update();
    }

    /// Tells the processes of rows that were committed outside of them.
    public void announce(Topic topic) {
        around.announcements().announce(topic, time.instant());
    }

    /// Runs everything that is due by an instant. The exchange moves first.
    public void runUntil(Instant end) {
        runUntil(end, () -> {});
    }

    /// The same, with a look at the books after every step in which a process has changed them.
    void runUntil(Instant end, Runnable look) {
        var next = time.nextDue();
        while (next.isPresent() && !next.get().isAfter(end)) {
            if (next.get().isAfter(venue.now())) {
                venue.advanceTo(next.get());
                way.settle();
                processes.bury();
            }
            time.step();
            steps++;
            way.settle();
            processes.bury();
            long commits = around.commits().sum();
            if (commits != seen) {
                seen = commits;
                look.run();
            }
            next = time.nextDue();
        }
        time.runUntil(end);
    }

    @Override
    public void close() {
        processes.killAll();
        way.close();
    }

    private void register(Database rows, Plan plan) {
        plan.accounts().forEach(each -> accounts.register(each.registered(), plan.start()));
        new PostgresUniverse(rows)
                .publish(
                        market.tickers().stream()
                                .map(ticker ->
                                        new UniverseRow(
                                                ticker,
                                                UniverseRow.Source.OPERATOR,
                                                Optional.empty(),
                                                new Confidence(1),
                                                true))
                                .toList(),
                        plan.start());
    }
}
