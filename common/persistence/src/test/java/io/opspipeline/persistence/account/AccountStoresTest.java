package io.opspipeline.persistence.account;

import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.persistence.Scene;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.testkit.PostgresExtension;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class AccountStoresTest {

    private static final String STREAM = "trade-stream";

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
    }

    @Test
    @DisplayName("A-106, incident 29: adding an account needs a row and no code")
    void registersAndReplaces() {
        Account medium =
                Scene.account(
                        new AccountId("medium"), Strategy.SWING, Tier.MEDIUM, "250", 3, "5000");
        scene.accounts.register(medium, TEN);
        scene.accounts.register(medium, TEN);

        assertThat(scene.accounts.find(medium.id())).contains(medium);
        assertThat(scene.accounts.all())
                .extracting(each -> each.id().value())
                .containsExactly("large", "medium", "tiny");
        assertThat(scene.accounts.find(new AccountId("nobody"))).isEmpty();
    }

    @Test
    @DisplayName("an account that is registered while every other is halted is halted, too")
    void isHaltedWithTheOthers() {
        halt(LARGE);
        scene.accounts.register(third(), TEN);
        assertThat(scene.accounts.tradingStatus(third().id(), TEN).state())
                .isEqualTo(TradingState.ACTIVE);

        halt(TINY);
        halt(third().id());
        AccountId fourth = new AccountId("fourth");
        scene.accounts.register(
                Scene.account(fourth, Strategy.SWING, Tier.TINY, "250", 3, "5000"), TEN);
        assertThat(scene.accounts.tradingStatus(fourth, TEN))
                .isEqualTo(
                        new TradingStatus(
                                TradingState.HALTED,
                                "every other account was halted when this one was registered",
                                Optional.empty()));

        scene.accounts.changeTradingState(
                third().id(), TradingState.ACTIVE, "operator", Optional.empty(), TEN);
        scene.accounts.register(third(), TEN);
        assertThat(scene.accounts.tradingStatus(third().id(), TEN).state())
                .isEqualTo(TradingState.ACTIVE);
    }

    private void halt(AccountId account) {
        scene.accounts.changeTradingState(
                account, TradingState.HALTED, "operator", Optional.empty(), TEN);
    }

    private static Account third() {
        return Scene.account(new AccountId("third"), Strategy.SWING, Tier.MEDIUM, "250", 3, "5000");
    }

    @Test
    @DisplayName("A-97: a pause ends by itself, a halt does not")
    void endsAPause() {
        var until = TEN.plusSeconds(3_600);
        scene.accounts.changeTradingState(
                LARGE, TradingState.REDUCING, "4 losses", Optional.of(until), TEN);

        assertThat(scene.accounts.tradingStatus(LARGE, TEN))
                .isEqualTo(
                        new TradingStatus(TradingState.REDUCING, "4 losses", Optional.of(until)));
        assertThat(scene.accounts.tradingStatus(LARGE, until).state())
                .isEqualTo(TradingState.ACTIVE);
        assertThat(scene.accounts.tradingStatus(TINY, TEN).state()).isEqualTo(TradingState.ACTIVE);

        scene.accounts.changeTradingState(
                LARGE, TradingState.HALTED, "operator", Optional.empty(), until);
        assertThat(scene.accounts.tradingStatus(LARGE, until.plusSeconds(86_400)).state())
                .isEqualTo(TradingState.HALTED);
        assertThat(scene.texts("select state from trading_state_events order by event_id"))
                .containsExactly("REDUCING", "HALTED");
    }

    @Test
    void isReadyOnlyWhenReconciledSinceTheLastConnect() {
        var beats = new PostgresHeartbeats(scene.database);
        beats.connected(STREAM, LARGE, TEN);
        assertThat(latest(beats))
                .hasValueSatisfying(beat -> assertThat(beat.isReconciled()).isFalse());
        beats.reconciled(STREAM, LARGE, TEN.plusSeconds(1));
        beats.beat(STREAM, Optional.of(LARGE), TEN.plusSeconds(5), "quiet");

        assertThat(latest(beats))
                .contains(
                        new Heartbeat(
                                TEN.plusSeconds(5),
                                Optional.of(TEN),
                                Optional.of(TEN.plusSeconds(1)),
                                "quiet"));
        beats.connected(STREAM, LARGE, TEN.plusSeconds(9));
        assertThat(latest(beats).orElseThrow().isReconciled()).isFalse();
    }

    @Test
    @DisplayName("fault CLOCK-SKEW: a beat of a clock that was set back since gives way")
    void forgetsABeatOfTheFuture() {
        var beats = new PostgresHeartbeats(scene.database);
        beats.beat(STREAM, Optional.of(LARGE), TEN.plusSeconds(30), "ahead");
        beats.beat(STREAM, Optional.of(LARGE), TEN, "a little late");
        assertThat(latest(beats).orElseThrow().beatAt()).isEqualTo(TEN.plusSeconds(30));
        beats.reconciled(STREAM, LARGE, TEN.minusSeconds(60));
        assertThat(latest(beats).orElseThrow().beatAt()).isEqualTo(TEN.plusSeconds(30));

        beats.beat(STREAM, Optional.of(LARGE), TEN.minusSeconds(1), "set back");
        assertThat(latest(beats).orElseThrow().beatAt()).isEqualTo(TEN.minusSeconds(1));
        beats.connected(STREAM, LARGE, TEN.minusSeconds(2_400));
        assertThat(latest(beats).orElseThrow().beatAt()).isEqualTo(TEN.minusSeconds(2_400));
    }

    @Test
    void keepsBeatsOfServicesWithoutAccountApart() {
        var beats = new PostgresHeartbeats(scene.database);
        beats.beat("telemetry", Optional.empty(), TEN, "28 tickers");
        beats.beat("telemetry", Optional.empty(), TEN.plusSeconds(60), "29 tickers");
        beats.reconciled(STREAM, TINY, TEN);

        assertThat(beats.latest("telemetry", Optional.empty()).orElseThrow().detail())
                .isEqualTo("29 tickers");
        assertThat(beats.latest("telemetry", Optional.of(LARGE))).isEmpty();
        assertThat(beats.latest(STREAM, Optional.of(TINY))).isPresent();
    }

    private static Optional<Heartbeat> latest(PostgresHeartbeats beats) {
        return beats.latest(STREAM, Optional.of(LARGE));
    }
}
