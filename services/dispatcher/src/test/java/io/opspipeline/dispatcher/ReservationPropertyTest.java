package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.TEN;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.dispatcher.EntryAttempt.EntryRules;
import io.opspipeline.dispatcher.rules.EntryInputs;
import io.opspipeline.dispatcher.rules.PlanGateRule.PlanInputs;
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
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.market.option.PriceIncrement;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.Seeds;
import io.opspipeline.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Many accounts with limits of their own, each under 100 signals at once. A case is a reservation:
/// a signal, a quantity and the account's limits. The dispatcher's own gates decide, on what the
/// account uses at that moment; what all of them took together is added up here.
@ExtendWith(PostgresExtension.class)
class ReservationPropertyTest {

    private static final int CASES = 10_000;
    private static final int AT_ONCE = 100;

    /// Half of what PostgreSQL lets in: the rest of the hundred waits for them.
    private static final int CONNECTIONS = 50;

    private static final Instant DAY_START = NewYork.startOf(NewYork.dateOf(TEN));
    private static final Quote QUOTE = new Quote(Price.of("2.44"), Price.of("2.50"), 20, 20);
    private static final BigDecimal BUDGET_SHARE = new BigDecimal("0.30");

    private static final List<Spacing> SPACINGS =
            List.of(
                    new Spacing("0s", 20),
                    new Spacing("0s", 3),
                    new Spacing("0s", 1),
                    new Spacing("10m", 20));

    @Test
    @DisplayName(
            "A-63, incident 61: of 10,000 reservations, 100 at once, none passes a limit of its account")
    void neverExceedsALimitTogether(TestDatabase database) {
        Set<GateCode> blocking = EnumSet.noneOf(GateCode.class);
        var address = new DatabaseAddress(database.url(), database.user(), database.password());
        try (var pool = address.pool("test", CONNECTIONS)) {
            EntryDesk desk = new EntryDesk(pool);
            IntStream.range(0, AT_ONCE).forEach(number -> signal(desk, number));
            Seeds.check(CASES / AT_ONCE, random -> blocking.addAll(storm(desk, random)));
        }

        assertThat(blocking)
                .as("each limit is the one that held in some storm")
                .contains(
                        GateCode.MAX_POSITIONS,
                        GateCode.ACCOUNT_DAILY,
                        GateCode.PACE,
                        GateCode.CLUSTER,
                        GateCode.MAX_EXPOSURE,
                        GateCode.RISK_BUDGET);
    }

    /// The gates that blocked first.
    private static Set<GateCode> storm(EntryDesk desk, RandomGenerator random) {
        Account account = account(random);
        Spacing spacing = SPACINGS.get(random.nextInt(SPACINGS.size()));
        desk.accounts.register(account, TEN);
        desk.dispatches.fanOut(account.id(), TEN);
        List<Callable<List<GateVerdict>>> attempts = new ArrayList<>();
        for (ClaimedDispatch dispatch :
                desk.dispatches.claim(account.id(), TEN, Duration.ofSeconds(90))) {
            EntryPlan plan = plan(dispatch, 1 + random.nextInt(4));
            attempts.add(() -> reserve(desk, account, dispatch, plan, spacing.rules()));
        }

        List<List<GateVerdict>> judged = together(attempts);

        LimitUsage usage = desk.dispatches.usage(account.id(), DAY_START);
        Set<GateCode> blocking = EnumSet.noneOf(GateCode.class);
        judged.forEach(verdicts ->
                verdicts.stream()
                        .filter(GateVerdict::blocks)
                        .findFirst()
                        .ifPresent(verdict -> blocking.add(verdict.code())));
        assertThat(judged).hasSize(AT_ONCE);
        assertThat(judged.stream().filter(ReservationPropertyTest::passes).count())
                .isPositive()
                .isEqualTo(usage.working().size());
        assertThat(desk.orders.working(account.id())).hasSize(usage.working().size());
        assertWithin(usage, account.limits(), spacing);
        return blocking;
    }

    private static void assertWithin(LimitUsage usage, AccountLimits limits, Spacing spacing) {
        assertThat(usage.working()).hasSizeLessThanOrEqualTo(limits.maxPositions());
        assertThat(usage.entriesToday()).hasSizeLessThanOrEqualTo(limits.dailyEntries());
        assertThat(usage.exposure().amount()).isLessThanOrEqualTo(limits.maxExposure().amount());
        assertThat(usage.exposure().amount().multiply(BUDGET_SHARE))
                .isLessThanOrEqualTo(limits.dailyLoss().amount());
        assertThat(
                        usage.working().stream()
                                .collect(
                                        groupingBy(
                                                held -> held.sector() + " " + held.type(),
                                                counting()))
                                .values())
                .allMatch(size -> size <= spacing.cluster());
        assertThat(spacing.pace().equals("0s") || usage.working().size() == 1).isTrue();
    }

    private static List<GateVerdict> reserve(
            EntryDesk desk,
            Account account,
            ClaimedDispatch dispatch,
            EntryPlan plan,
            EntryRules rules) {
        LimitUsage none = new LimitUsage(List.of(), List.of(), List.of(), Money.ZERO);
        EntryInputs entry = inputs(account, dispatch, none);
        PlanInputs planned =
                new PlanInputs(
                        account,
                        plan,
                        TEN,
                        TEN.plus(Duration.ofDays(5)),
                        Money.of("0.10"),
                        none,
                        entry.broker());
        var buy = new EntryChoice.Buy(plan, QUOTE, PriceIncrement.CENTS, List.of());
        return desk.dispatches.reserve(
                account.id(),
                plan,
                List.of(),
                EntryWork.of(dispatch, buy, TEN).order(Price.of("2.47"), TEN),
                QUOTE,
                DAY_START,
                usage -> rules.judge(entry, planned, usage),
                TEN);
    }

    /// All is in order but what the limits count.
    private static EntryInputs inputs(Account account, ClaimedDispatch dispatch, LimitUsage usage) {
        BrokerAccount broker = DeskAccounts.opened(account.brokerNumber(), "121000");
        return new EntryInputs(
                account,
                dispatch,
                TEN,
                SessionCalendar.nyse().sessionOn(NewYork.dateOf(TEN)),
                Optional.of(new TradingStatus(TradingState.ACTIVE, "test", Optional.empty())),
                Optional.of(new EntryInputs.StreamSign(Duration.ZERO, true)),
                Optional.of(TEN),
                Optional.empty(),
                Optional.of(Money.ZERO),
                Optional.of(broker),
                usage);
    }

    private static EntryPlan plan(ClaimedDispatch dispatch, int contracts) {
        var signal = dispatch.signal().signal();
        String right = signal.action() == Action.BUY_CALL ? "C" : "P";
        return new EntryPlan(
                dispatch.id(),
                Instrument.ofSymbol(signal.ticker() + "261211" + right + "00100000"),
                contracts,
                QUOTE.ask(),
                QUOTE.bid(),
                OptionalDouble.of(0.31),
                OptionalDouble.of(0.48));
    }

    private static boolean passes(List<GateVerdict> verdicts) {
        return verdicts.stream().noneMatch(GateVerdict::blocks);
    }

    private static <T> List<T> together(List<Callable<T>> attempts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(attempts).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Ten sectors, calls and puts in each.
    private static void signal(EntryDesk desk, int number) {
        Ticker ticker = new Ticker("T" + (char) ('A' + number % 26) + number);
        desk.sector(ticker, "sector " + number % 10);
        desk.signal(ticker, number % 20 < 10 ? Action.BUY_CALL : Action.BUY_PUT);
    }

    /// Limits of which each is the tightest in some case.
    private static Account account(RandomGenerator random) {
        return new Account(
                new AccountId("a" + random.nextLong(Long.MAX_VALUE)),
                "PA-" + random.nextLong(),
                Strategy.SWING,
                Tier.LARGE,
                AllowedActions.OPTIONS_ONLY,
                Duration.ofMinutes(1),
                new AccountLimits(
                        Money.of("300").times(1 + random.nextInt(12)),
                        1 + random.nextInt(30),
                        1 + random.nextInt(30),
                        Money.of("1000").times(1 + random.nextInt(12))),
                true);
    }

    /// Settings of the dispatcher, and the rules that it makes of them.
    private record Spacing(String pace, int cluster, EntryRules rules) {

        Spacing(String pace, int cluster) {
            this(pace, cluster, rules(pace, cluster));
        }

        private static EntryRules rules(String pace, int cluster) {
            Map<String, String> settings =
                    Map.of(
                            "dispatcher.spacing.pace",
                            pace,
                            "dispatcher.spacing.cluster",
                            Integer.toString(cluster));
            var binder = new SettingsBinder(RunMode.SIMULATED);
            return new CurrentSettings<>(DispatcherSettings.class, binder, Map.of(), settings)
                    .get()
                    .entryRules();
        }
    }
}
