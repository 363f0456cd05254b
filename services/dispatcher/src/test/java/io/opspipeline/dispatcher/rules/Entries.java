package io.opspipeline.dispatcher.rules;

import io.opspipeline.dispatcher.rules.EntryInputs.StreamSign;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.domain.signal.StoredSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Entries to judge, with everything in order unless a test says otherwise.
public final class Entries {

    /// A regular Thursday.
    public static final LocalDate DAY = LocalDate.of(2025, 6, 12);

    /// Eleven o'clock on it.
    public static final Instant ELEVEN = at(11, 0);

    /// What the trading rules say.
    public static final EntryLimits LIMITS =
            new EntryLimits(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(120),
                    0.45,
                    0.60,
                    0.35,
                    2.0,
                    Duration.ofMinutes(15),
                    2,
                    Duration.ofMinutes(10),
                    2,
                    2,
                    Duration.ofMinutes(30),
                    new BigDecimal("0.04"),
                    new BigDecimal("0.06"),
                    new BigDecimal("0.30"));

    private Entries() {}

    public static Instant at(int hour, int minute) {
        return NewYork.at(DAY, LocalTime.of(hour, minute));
    }

    public static Account large() {
        return account(
                "large",
                Strategy.SWING,
                Tier.LARGE,
                AllowedActions.OPTIONS_ONLY,
                new AccountLimits(Money.of("500"), 5, 10, Money.of("10000")));
    }

    public static Account tiny() {
        return account(
                "tiny",
                Strategy.DAY,
                Tier.TINY,
                AllowedActions.OPTIONS_ONLY,
                new AccountLimits(Money.of("100"), 2, 4, Money.of("400")));
    }

    public static Account hybrid() {
        Account large = large();
        return account(
                "large", large.strategy(), large.tier(), AllowedActions.HYBRID, large.limits());
    }

    private static Account account(
            String id, Strategy strategy, Tier tier, AllowedActions actions, AccountLimits limits) {
        return new Account(
                new AccountId(id),
                "SIM-" + id,
                strategy,
                tier,
                actions,
                Duration.ofMinutes(1),
                limits,
                true);
    }

    public static ClaimedDispatch dispatch(Account account, Action action, double confidence) {
        return dispatch(account, action, confidence, 2.5);
    }

    public static ClaimedDispatch dispatch(
            Account account, Action action, double confidence, double volumeRatio) {
        Ticker ticker = Ticker.of("NVDA");
        FeatureRow features =
                new FeatureRow(
                        ticker,
                        ELEVEN.minusSeconds(60),
                        Price.of("142.00"),
                        OptionalDouble.of(141),
                        OptionalDouble.of(140),
                        OptionalDouble.of(volumeRatio),
                        OptionalInt.of(1),
                        4,
                        OptionalDouble.of(0.007),
                        OptionalInt.of(1),
                        OptionalDouble.of(1),
                        OptionalDouble.of(0.001),
                        OptionalDouble.of(0.3),
                        OptionalDouble.of(60),
                        OptionalDouble.of(141));
        Signal signal =
                new Signal(
                        ticker,
                        action,
                        new Confidence(confidence),
                        features,
                        Optional.empty(),
                        "1");
        return new ClaimedDispatch(
                7,
                account.id(),
                new StoredSignal(3, signal),
                OptionalInt.empty(),
                "Technology",
                false);
    }

    public static BrokerAccount broker(String buyingPower) {
        return broker("SIM-large", buyingPower);
    }

    public static BrokerAccount broker(String number, String buyingPower) {
        return new BrokerAccount(
                number,
                "ACTIVE",
                false,
                2,
                Money.of("111111"),
                Money.of("222222"),
                Money.of("333333"),
                Money.of(buyingPower));
    }

    public static LimitUsage noUsage() {
        return new LimitUsage(List.of(), List.of(), List.of(), Money.ZERO);
    }

    public static LimitUsage.AtWork atWork(String ticker, String sector, String cost) {
        return new LimitUsage.AtWork(
                Ticker.of(ticker),
                io.opspipeline.domain.instrument.InstrumentType.CALL,
                sector,
                Money.of(cost),
                false);
    }

    /// Inputs under which every account gate passes.
    public static EntryInputs good(Account account) {
        return new EntryInputs(
                account,
                dispatch(account, Action.BUY_CALL, 0.7),
                ELEVEN.plusSeconds(1),
                SessionCalendar.nyse().sessionOn(DAY),
                Optional.of(new TradingStatus(TradingState.ACTIVE, "default", Optional.empty())),
                Optional.of(new StreamSign(Duration.ofSeconds(3), true)),
                Optional.of(ELEVEN),
                Optional.empty(),
                Optional.of(Money.ZERO),
                Optional.of(broker(account.brokerNumber(), "121000")),
                noUsage());
    }
}
