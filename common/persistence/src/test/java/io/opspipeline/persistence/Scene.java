package io.opspipeline.persistence;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Sentiment;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.dispatch.PostgresDispatches;
import io.opspipeline.persistence.market.PostgresBars;
import io.opspipeline.persistence.order.PostgresOrderLedger;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.persistence.position.PostgresPositions;
import io.opspipeline.persistence.signal.PostgresSignals;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.sql.DataSource;

/// A database with the accounts `large` and `tiny`, on a Thursday at ten in New York.
public final class Scene {

    public static final Instant TEN = Instant.parse("2026-11-19T15:00:00Z");
    public static final Instant DAY_START = Instant.parse("2026-11-19T05:00:00Z");
    public static final AccountId LARGE = new AccountId("large");
    public static final AccountId TINY = new AccountId("tiny");
    public static final Ticker AAPL = new Ticker("AAPL");
    public static final Ticker MSFT = new Ticker("MSFT");
    public static final Duration CLAIM = Duration.ofSeconds(90);
    static final String BUILD = "0.1.0+test";

    public final Database database;
    public final PostgresAccounts accounts;
    public final PostgresSignals signals;
    public final PostgresBars bars;
    public final PostgresOrderLedger orders;
    public final PostgresDispatches dispatches;
    public final PostgresPositions positions;

    public Scene(DataSource source) {
        database = Database.over(source);
        accounts = new PostgresAccounts(database);
        signals = new PostgresSignals(database);
        bars = new PostgresBars(database);
        orders =
                new PostgresOrderLedger(
                        database,
                        FeeTable.standard(),
                        ExitLevels.standard(),
                        InstantSource.fixed(TEN),
                        BUILD);
        dispatches =
                new PostgresDispatches(
                        database, orders, new Provenance(BUILD, Provenance.Mode.SIMULATED));
        positions =
                new PostgresPositions(database, FeeTable.standard(), ExitLevels.standard(), BUILD);
        accounts.register(account(LARGE, Strategy.SWING, Tier.LARGE, "500", 5, "10000"), TEN);
        accounts.register(account(TINY, Strategy.DAY, Tier.TINY, "100", 2, "400"), TEN);
    }

    public static Account account(
            AccountId id, Strategy strategy, Tier tier, String loss, int most, String exposure) {
        return new Account(
                id,
                "PA-" + id,
                strategy,
                tier,
                AllowedActions.OPTIONS_ONLY,
                Duration.ofMinutes(1),
                new AccountLimits(Money.of(loss), most, 2 * most, Money.of(exposure)),
                true);
    }

    /// A signal to buy calls from the bar that closed at an instant.
    public static Signal signal(Ticker ticker, Instant barEnd, double confidence) {
        return new Signal(
                ticker,
                Action.BUY_CALL,
                new Confidence(confidence),
                features(ticker, barEnd.minus(Bar.LENGTH)),
                Optional.of(new Sentiment(0.25)),
                "rule-1");
    }

    public static FeatureRow features(Ticker ticker, Instant barStart) {
        return new FeatureRow(
                ticker,
                barStart,
                Price.of("100.25"),
                OptionalDouble.of(100.0),
                OptionalDouble.empty(),
                OptionalDouble.of(2.5),
                OptionalInt.of(1),
                4,
                OptionalDouble.of(0.0025),
                OptionalInt.of(1),
                OptionalDouble.empty(),
                OptionalDouble.of(0.001),
                OptionalDouble.of(0.4),
                OptionalDouble.of(61.5),
                OptionalDouble.of(100.1));
    }

    /// Stores a signal of the bar that closed at ten and claims it for an account.
    public ClaimedDispatch claimed(AccountId account, Ticker ticker) {
        signals.store(List.of(signal(ticker, TEN, 0.7)), TEN);
        dispatches.fanOut(account, TEN);
        return dispatches.claim(account, TEN, CLAIM).stream()
                .filter(each -> each.signal().signal().ticker().equals(ticker))
                .findFirst()
                .orElseThrow();
    }

    /// A flat bar of a ticker.
    public void bar(Ticker ticker, Instant start, String close) {
        Price price = Price.of(close);
        Bar bar = new Bar(ticker, start, price, price, price, price, 1_000);
        bars.store(List.of(new StoredBar(bar, BarSource.REST, "sip")), start);
    }

    /// The call of a ticker at 100 that expires on 2026-12-11.
    public static Instrument call(Ticker ticker) {
        return Instrument.ofSymbol(ticker + "261211C00100000");
    }

    /// What a query gives, each row a map of its columns.
    public List<Map<String, Object>> rows(String sql) {
        return database.jdbc().sql(sql).query().listOfRows();
    }

    /// The first column of what a query gives, as texts.
    public List<String> texts(String sql) {
        return database.jdbc().sql(sql).query((rs, _) -> String.valueOf(rs.getString(1))).list();
    }
}
