package io.opspipeline.persistence.dispatch;

import static io.opspipeline.persistence.Scene.CLAIM;
import static io.opspipeline.persistence.Scene.DAY_START;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.Seeds;
import io.opspipeline.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Many accounts with limits of their own, each under 100 signals at once.
@ExtendWith(PostgresExtension.class)
class ReservationPropertyTest {

    private static final int CASES = 10_000;
    private static final int AT_ONCE = 100;
    private static final BigDecimal BUDGET_SHARE = new BigDecimal("0.30");

    @Test
    @DisplayName(
            "A-63, incident 61: of 10,000 reservations, 100 at once, none passes a limit of its account")
    void neverExceedsALimitTogether(TestDatabase database) {
        var address = new DatabaseAddress(database.url(), database.user(), database.password());
        try (var pool = address.pool("test", 12);
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Scene scene = new Scene(pool);
            scene.signals.store(signals(), TEN);
            Seeds.check(CASES / AT_ONCE, random -> storm(scene, threads, random));
        }
    }

    private static void storm(Scene scene, ExecutorService threads, RandomGenerator random) {
        Account account = account(random);
        scene.accounts.register(account, TEN);
        scene.dispatches.fanOut(account.id(), TEN);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (ClaimedDispatch dispatch : scene.dispatches.claim(account.id(), TEN, CLAIM)) {
            Entry entry = entry(scene, dispatch, 1 + random.nextInt(4));
            attempts.add(() -> isReserved(entry, account.limits()));
        }

        long reserved = together(threads, attempts);

        LimitUsage usage = scene.dispatches.usage(account.id(), DAY_START);
        assertThat(attempts).hasSize(AT_ONCE);
        assertThat(reserved).isPositive().isEqualTo(usage.working().size());
        assertThat(scene.orders.working(account.id())).hasSize(usage.working().size());
        assertThat(keeps(usage, Money.ZERO, 0, account.limits()))
                .as("%s within %s", usage, account.limits())
                .isTrue();
    }

    private static boolean isReserved(Entry entry, AccountLimits limits) {
        Money cost = Money.of("250").times(entry.contracts());
        return entry
                .reserve(usage -> {
                    boolean fits = keeps(usage, cost, 1, limits);
                    return List.of(GateVerdict.of(GateCode.MAX_EXPOSURE, fits, usage, limits));
                })
                .stream()
                .noneMatch(GateVerdict::blocks);
    }

    /// True when what is used and one more entry of a cost stay within all four limits.
    private static boolean keeps(LimitUsage usage, Money cost, int more, AccountLimits limits) {
        Money exposure = usage.exposure().plus(cost);
        return usage.working().size() + more <= limits.maxPositions()
                && usage.entriesToday().size() + more <= limits.dailyEntries()
                && !exposure.exceeds(limits.maxExposure())
                && !exposure.times(BUDGET_SHARE).exceeds(limits.dailyLoss());
    }

    private static long together(ExecutorService threads, List<Callable<Boolean>> attempts) {
        try {
            return threads.invokeAll(attempts).stream().filter(Future::resultNow).count();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
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

    private static Entry entry(Scene scene, ClaimedDispatch dispatch, int contracts) {
        Ticker ticker = dispatch.signal().signal().ticker();
        return new Entry(scene, dispatch, Scene.call(ticker), contracts);
    }

    private static List<Signal> signals() {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(i -> signal(new Ticker("T" + (char) ('A' + i % 26) + i), TEN, 0.7))
                .toList();
    }
}
