package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.account.PostgresHeartbeats;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.dispatch.PostgresDispatches;
import io.opspipeline.persistence.job.PostgresRunLedger;
import io.opspipeline.persistence.market.PostgresBars;
import io.opspipeline.persistence.market.PostgresTradingHalts;
import io.opspipeline.persistence.order.IntentFence;
import io.opspipeline.persistence.order.PostgresOrderLedger;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.persistence.position.PostgresPositions;
import io.opspipeline.persistence.setting.PostgresSettingsReads;
import io.opspipeline.persistence.signal.PostgresSignals;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.sql.DataSource;

/// A Thursday at ten in New York: the account `large`, NVDA at 100 and one call on it, quoted 2.44
/// to 2.50, of which the account affords four.
final class EntryDesk {

    static final Instant TEN = Instant.parse("2026-11-19T15:00:00Z");
    static final AccountId LARGE = new AccountId("large");
    static final Ticker NVDA = Ticker.of("NVDA");
    static final String CALL = "NVDA261211C00100000";
    private static final String BUILD = "0.1.0+test";
    private static final TimerKey FIRST = new TimerKey(Stage.MARKET, Optional.empty(), "test");

    final VirtualTime time = new VirtualTime(TEN);
    final ScriptedBroker broker = new ScriptedBroker(time);
    final Board board = new Board(time);
    final PostgresAccounts accounts;
    final PostgresHeartbeats heartbeats;
    final PostgresSignals signals;
    final PostgresBars bars;
    final PostgresTradingHalts halts;
    final PostgresOrderLedger orders;
    final PostgresDispatches dispatches;
    final PostgresPositions positions;
    final PostgresAlerts alerts;
    final PostgresSettingsReads reads;
    private final Database database;

    EntryDesk(DataSource source) {
        database = Database.over(source);
        accounts = new PostgresAccounts(database);
        heartbeats = new PostgresHeartbeats(database);
        signals = new PostgresSignals(database);
        bars = new PostgresBars(database);
        halts = new PostgresTradingHalts(database);
        alerts = new PostgresAlerts(database);
        reads = new PostgresSettingsReads(database);
        orders = ledger(IntentFence.NONE);
        dispatches = dispatches(orders);
        positions =
                new PostgresPositions(database, FeeTable.standard(), ExitLevels.standard(), BUILD);
        register(DeskAccounts.swing("large"), "121000");
        board.stock(NVDA, "99.98", "100.02");
        board.contract(CALL, "2.44", "2.50");
    }

    /// The ledger of a process that may commit intents as a fence lets it.
    PostgresOrderLedger ledger(IntentFence fence) {
        return new PostgresOrderLedger(
                database, FeeTable.standard(), ExitLevels.standard(), time, BUILD, fence);
    }

    /// The dispatches of a process, over its ledger.
    PostgresDispatches dispatches(PostgresOrderLedger ledger) {
        return new PostgresDispatches(
                database, ledger, new Provenance(BUILD, Provenance.Mode.SIMULATED));
    }

    /// The ledger of runs.
    PostgresRunLedger runs() {
        return new PostgresRunLedger(database, BUILD);
    }

    /// Registers an account, opens it at the broker, and has its stream reconciled.
    void register(Account account, String equity) {
        accounts.register(account, TEN);
        broker.account(account.id(), DeskAccounts.opened(account.brokerNumber(), equity));
        heartbeats.connected("trade-stream", account.id(), TEN);
        heartbeats.reconciled("trade-stream", account.id(), TEN);
        beat(account.id());
    }

    /// The account's trade stream is alive now.
    void beat(AccountId account) {
        heartbeats.beat("trade-stream", Optional.of(account), time.instant(), "test");
    }

    /// Puts a ticker into the universe.
    void sector(Ticker ticker, String sector) {
        database.jdbc()
                .sql(
                        """
                        insert into ticker_universe
                            (ticker, source, sector, confidence, active, changed_at)
                        values (?, 'OPERATOR', ?, 1, true, now())
                        """)
                .params(ticker.symbol(), sector)
                .update();
    }

    /// A signal of the bar that closed now, and that bar.
    void signal(Ticker ticker, Action action) {
        Instant start = time.instant().minus(Bar.LENGTH);
        Price price = Price.of("100");
        Bar bar = new Bar(ticker, start, price, price, price, price, 1_000);
        bars.store(List.of(new StoredBar(bar, BarSource.REST, "sip")), time.instant());
        signals.store(
                List.of(
                        new Signal(
                                ticker,
                                action,
                                new Confidence(0.7),
                                features(ticker, start),
                                Optional.empty(),
                                "rule-1")),
                time.instant());
    }

    /// A process takes a signal to buy calls on NVDA and sends its first order.
    EntryProcess enter() {
        var process = new EntryProcess(this);
        signal(NVDA, Action.BUY_CALL);
        process.run(LARGE);
        return process;
    }

    void change(TradingState state) {
        accounts.changeTradingState(LARGE, state, "test", Optional.empty(), time.instant());
    }

    /// Lets time pass to so many seconds after the start.
    void until(int seconds) {
        time.runUntil(TEN.plusSeconds(seconds));
    }

    /// Does something at so many seconds after the start, before anything else of that instant.
    void at(int seconds, Runnable action) {
        at(Duration.ofSeconds(seconds), action);
    }

    /// Does something some time after the start.
    void at(Duration after, Runnable action) {
        time.at(TEN.plus(after), FIRST, action);
    }

    /// Every dispatch: status, filled of planned, reason.
    List<String> dispositions() {
        return texts(
                """
                select account_id || ' ' || ticker || ' ' || status || ' ' || filled || '/'
                    || coalesce(contracts, 0) || ': ' || coalesce(reason, '-')
                from dispatch_executions order by dispatch_id
                """);
    }

    /// Every order: attempt, state, filled of quantity.
    List<String> ordersStored() {
        return texts(
                """
                select attempt || ' ' || state || ' ' || filled_quantity || '/' || quantity
                from orders order by created_at, client_order_id
                """);
    }

    /// Every alert: severity and message.
    List<String> alertsRaised() {
        return texts("select severity || ' ' || message from alerts order by 1");
    }

    /// The first column of what a query gives.
    List<String> texts(String sql) {
        return database.jdbc().sql(sql).query((rs, _) -> String.valueOf(rs.getString(1))).list();
    }

    private static FeatureRow features(Ticker ticker, Instant barStart) {
        return new FeatureRow(
                ticker,
                barStart,
                Price.of("100"),
                OptionalDouble.of(99.8),
                OptionalDouble.empty(),
                OptionalDouble.of(2.5),
                OptionalInt.of(1),
                4,
                OptionalDouble.of(0.002),
                OptionalInt.of(1),
                OptionalDouble.empty(),
                OptionalDouble.of(0.001),
                OptionalDouble.of(0.4),
                OptionalDouble.of(61.5),
                OptionalDouble.of(100.1));
    }
}
