package io.opspipeline.reliability.memory;

import static io.opspipeline.reliability.memory.Scene.AAPL;
import static io.opspipeline.reliability.memory.Scene.LARGE;
import static io.opspipeline.reliability.memory.Scene.MSFT;
import static io.opspipeline.reliability.memory.Scene.TEN;
import static io.opspipeline.reliability.memory.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.ports.store.TradingHalts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What the gates before a submit read: who may trade, newest bars, signs of life.
@ParameterizedClass
@EnumSource(StoreKind.class)
class SurroundingStoresContractTest {

    @Parameter StoreKind kind;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.of(kind);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void registersAccounts() {
        Accounts accounts = scene.stores().accounts();
        Account tiny = Scene.account(TINY);
        Account disabled =
                new Account(
                        TINY,
                        "PA-other",
                        tiny.strategy(),
                        tiny.tier(),
                        tiny.actions(),
                        tiny.cadence(),
                        tiny.limits(),
                        false);
        accounts.register(disabled, TEN);

        assertThat(accounts.all()).containsExactly(Scene.account(LARGE), disabled);
        assertThat(accounts.find(TINY)).contains(disabled);
        assertThat(accounts.find(new AccountId("nobody"))).isEmpty();
    }

    @Test
    void keepsWhatAnAccountMayDo() {
        Accounts accounts = scene.stores().accounts();
        Instant later = TEN.plusSeconds(60);
        assertThat(accounts.tradingStatus(LARGE, TEN))
                .isEqualTo(new TradingStatus(TradingState.ACTIVE, "default", Optional.empty()));

        accounts.stopEntries(LARGE, "paused", Optional.of(later), TEN);
        assertThat(accounts.tradingStatus(LARGE, later.minusMillis(1)).state())
                .isEqualTo(TradingState.REDUCING);
        assertThat(accounts.tradingStatus(LARGE, later).state()).isEqualTo(TradingState.ACTIVE);
        assertThat(accounts.tradingStatus(TINY, TEN).state()).isEqualTo(TradingState.ACTIVE);

        accounts.changeTradingState(LARGE, TradingState.HALTED, "halt", Optional.empty(), TEN);
        accounts.stopEntries(LARGE, "paused", Optional.empty(), TEN);
        assertThat(accounts.tradingStatus(LARGE, later))
                .isEqualTo(new TradingStatus(TradingState.HALTED, "halt", Optional.empty()));
    }

    @Test
    @DisplayName("A-97: a pause that comes under a halt is known, the halt stays in force")
    void knowsEveryPause() {
        Accounts accounts = scene.stores().accounts();
        Instant later = TEN.plusSeconds(60);
        accounts.changeTradingState(LARGE, TradingState.HALTED, "halt", Optional.empty(), TEN);
        accounts.stopEntries(LARGE, "DAILY_LOSS 2026-11-19", Optional.of(later), TEN);
        accounts.changeTradingState(LARGE, TradingState.REDUCING, "by hand", Optional.empty(), TEN);

        assertThat(accounts.wasPaused(LARGE, "DAILY_LOSS 2026-11-19")).isTrue();
        assertThat(accounts.wasPaused(LARGE, "by hand")).isTrue();
        assertThat(accounts.wasPaused(LARGE, "DAILY_LOSS 2026-11-18")).isFalse();
        assertThat(accounts.wasPaused(LARGE, "halt")).isFalse();
        assertThat(accounts.wasPaused(TINY, "DAILY_LOSS 2026-11-19")).isFalse();
    }

    @Test
    @DisplayName("A-97: the pause after the day's loss takes the place of one that ends with it")
    void prefersTheDaysLoss() {
        Accounts accounts = scene.stores().accounts();
        Optional<Instant> later = Optional.of(TEN.plusSeconds(60));
        accounts.stopEntries(LARGE, "LOSING_STREAK 2026-11-19 #2", later, TEN);
        accounts.stopEntries(LARGE, "DAILY_LOSS 2026-11-19", later, TEN);
        accounts.stopEntries(LARGE, "LOSING_STREAK 2026-11-19 #3", later, TEN);

        assertThat(accounts.tradingStatus(LARGE, TEN).reason()).isEqualTo("DAILY_LOSS 2026-11-19");
    }

    @Test
    void findsTheNewestHalt() {
        TradingHalts halts = scene.stores().halts();
        var halt = new TradingHalt(AAPL, true, "volatility pause", TEN);
        var end = new TradingHalt(AAPL, false, "trading resumption", TEN.plusSeconds(300));
        halts.note(List.of(end, halt));
        halts.note(List.of(halt));

        assertThat(halts.newest(Set.of(AAPL, MSFT))).isEqualTo(Map.of(AAPL, end));
    }

    @Test
    void findsTheNewestBar() {
        Bar first = bar(TEN, "100.25");
        Bar second = bar(TEN.plusSeconds(60), "101");
        assertThat(store(first, second)).isEqualTo(2);
        assertThat(store(second)).isZero();

        assertThat(scene.stores().bars().latestBefore(AAPL, TEN)).isEmpty();
        assertThat(scene.stores().bars().latestBefore(AAPL, TEN.plusSeconds(60))).contains(first);
        assertThat(scene.stores().bars().latestBefore(AAPL, TEN.plusSeconds(61))).contains(second);
        assertThat(scene.stores().bars().latestBefore(MSFT, TEN.plusSeconds(61))).isEmpty();
        assertThat(scene.stores().bars().latestBefore(Set.of(AAPL, MSFT), TEN.plusSeconds(60)))
                .isEqualTo(Map.of(AAPL, first));
    }

    @Test
    void keepsSignsOfLife() {
        var heartbeats = scene.stores().heartbeats();
        assertThat(latest(LARGE)).isEmpty();

        heartbeats.connected("trade-stream", LARGE, TEN);
        assertThat(latest(LARGE))
                .hasValueSatisfying(beat -> assertThat(beat.isReconciled()).isFalse());
        heartbeats.reconciled("trade-stream", LARGE, TEN.plusSeconds(1));
        heartbeats.beat("trade-stream", Optional.of(LARGE), TEN.plusSeconds(5), "well");
        heartbeats.beat("trade-stream", Optional.of(LARGE), TEN.plusSeconds(3), "late");
        assertThat(latest(LARGE))
                .contains(
                        new Heartbeat(
                                TEN.plusSeconds(5),
                                Optional.of(TEN),
                                Optional.of(TEN.plusSeconds(1)),
                                "late"));

        heartbeats.connected("trade-stream", LARGE, TEN.plusSeconds(9));
        assertThat(latest(LARGE))
                .hasValueSatisfying(beat -> assertThat(beat.isReconciled()).isFalse());
        assertThat(latest(TINY)).isEmpty();
    }

    @Test
    void hasNoRefusedSettings() {
        assertThat(scene.stores().reads().faults(TEN)).isEmpty();
    }

    private Optional<Heartbeat> latest(AccountId account) {
        return scene.stores().heartbeats().latest("trade-stream", Optional.of(account));
    }

    private int store(Bar... bars) {
        return scene.stores()
                .bars()
                .store(
                        Arrays.stream(bars)
                                .map(bar -> new StoredBar(bar, BarSource.STREAM, "sip"))
                                .toList(),
                        TEN);
    }

    private static Bar bar(Instant start, String close) {
        Price price = Price.of(close);
        return new Bar(AAPL, start, price, price, price, price, 1_000);
    }
}
