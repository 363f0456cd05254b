package io.opspipeline.reliability.memory;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.reliability.submit.EntryStores;
import io.opspipeline.reliability.world.Signals;
import io.opspipeline.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Stores with the accounts `large` and `tiny`, on a Thursday at ten in New York.
///
/// @param stores of one kind or the other
/// @param drop takes away what lies behind them
record Scene(EntryStores stores, Runnable drop) implements AutoCloseable {

    static final Instant TEN = Instant.parse("2026-11-19T15:00:00Z");
    static final Instant DAY_START = Instant.parse("2026-11-19T05:00:00Z");
    static final AccountId LARGE = new AccountId("large");
    static final AccountId TINY = new AccountId("tiny");
    static final Ticker AAPL = new Ticker("AAPL");
    static final Ticker MSFT = new Ticker("MSFT");
    static final Duration CLAIM = Duration.ofSeconds(90);
    static final Denial SILENCE = DenialCode.NO_ANSWER.says("time-out");
    static final Denial OVER = DenialCode.LADDER_ENDED.says("the ladder ended");

    static Scene of(StoreKind kind) {
        Scene scene =
                switch (kind) {
                    case MEMORY -> new Scene(EntryStores.memory(), () -> {});
                    case POSTGRESQL -> {
                        TestDatabase database = TestDatabase.create();
                        yield new Scene(
                                EntryStores.postgresql(
                                        Database.over(database.dataSource()),
                                        InstantSource.fixed(TEN)),
                                database::close);
                    }
                };
        scene.stores.accounts().register(account(LARGE), TEN);
        scene.stores.accounts().register(account(TINY), TEN);
        return scene;
    }

    static Account account(AccountId id) {
        return new Account(
                id,
                "PA-" + id,
                Strategy.SWING,
                Tier.LARGE,
                AllowedActions.OPTIONS_ONLY,
                Duration.ofMinutes(1),
                new AccountLimits(Money.of("500"), 5, 10, Money.of("10000")),
                true);
    }

    /// A signal to buy calls from the bar that closed at an instant.
    static Signal signal(Ticker ticker, Instant barEnd, double confidence) {
        Signal good = Signals.good(ticker, Action.BUY_CALL, barEnd);
        return new Signal(
                ticker,
                good.action(),
                new Confidence(confidence),
                good.features(),
                good.sentiment(),
                good.ruleVersion());
    }

    void tell(Signal... signals) {
        stores.signals().store(List.of(signals), TEN);
    }

    List<ClaimedDispatch> claim(AccountId account, Instant at) {
        return stores.dispatches().claim(account, at, CLAIM);
    }

    /// A signal of the bar that closed at ten, claimed for an account.
    ClaimedDispatch claimed(AccountId account, Ticker ticker) {
        tell(signal(ticker, TEN, 0.7));
        stores.dispatches().fanOut(account, TEN);
        return claim(account, TEN).stream()
                .filter(each -> each.signal().signal().ticker().equals(ticker))
                .findFirst()
                .orElseThrow();
    }

    /// An entry of two calls whose first order is committed.
    Entry reserved(AccountId account, Ticker ticker) {
        Entry entry = new Entry(this, claimed(account, ticker));
        entry.reserve(Entry.OPEN);
        return entry;
    }

    @Override
    public void close() {
        drop.run();
    }
}
