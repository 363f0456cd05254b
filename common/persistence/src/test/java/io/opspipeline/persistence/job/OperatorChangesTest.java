package io.opspipeline.persistence.job;

import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.domain.money.Money;
import io.opspipeline.persistence.Scene;
import io.opspipeline.persistence.account.AccountEdit;
import io.opspipeline.persistence.account.OperatorControl;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.setting.PostgresSettingsStore;
import io.opspipeline.persistence.setting.SettingsAudit;
import io.opspipeline.ports.job.WakeUpListener;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What other processes hear of an operator's changes.
@ExtendWith(PostgresExtension.class)
class OperatorChangesTest {

    private static final long PATIENCE = 30_000;
    private static final long A_SECOND = 1_000;
    private static final TradingStatus HALTED =
            new TradingStatus(TradingState.HALTED, "halted by ann", Optional.empty());

    private Scene scene;
    private OperatorControl control;
    private PostgresAccounts accounts;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
        control = new OperatorControl(scene.database);
        accounts = new PostgresAccounts(scene.database);
    }

    @Test
    @DisplayName("A-10: a committed change is heard by other processes in a second, no other is")
    void announcesWhatIsCommitted(DataSource source) throws InterruptedException {
        var store = new PostgresSettingsStore(scene.database);
        var heard = new LinkedBlockingQueue<WakeUpMessage>();
        try (var _ = listening(source, heard)) {
            assertThatThrownBy(() ->
                            scene.database.inTransaction(() -> {
                                set(store, TEN);
                                throw new IllegalStateException("rolled back");
                            }))
                    .hasMessage("rolled back");
            set(store, TEN.plusSeconds(1));

            assertThat(heard.poll(A_SECOND, TimeUnit.MILLISECONDS))
                    .isEqualTo(new WakeUpMessage(Topic.SETTINGS, TEN.plusSeconds(1)));
        }
    }

    @Test
    @DisplayName("A-69: a halt of all accounts is one change, heard by other processes in a second")
    void haltsAllAtOnce(DataSource source) throws InterruptedException {
        var heard = new LinkedBlockingQueue<WakeUpMessage>();
        try (var _ = listening(source, heard)) {
            control.change(Map.of(LARGE, HALTED, TINY, HALTED), TEN);

            assertThat(heard.poll(A_SECOND, TimeUnit.MILLISECONDS))
                    .isEqualTo(new WakeUpMessage(Topic.TRADING_STATES, TEN));
        }
        assertThat(accounts.tradingStatus(LARGE, TEN)).isEqualTo(HALTED);
        assertThat(accounts.tradingStatus(TINY, TEN)).isEqualTo(HALTED);
    }

    @Test
    @DisplayName("rules 11: another limit is audited, and heard by other processes in a second")
    void changesLimits(DataSource source) throws InterruptedException {
        Account before = accounts.find(LARGE).orElseThrow();
        AccountLimits limits = before.limits();
        Money dailyLoss = limits.dailyLoss().plus(Money.of("250"));
        Account after =
                with(
                        before,
                        new AccountLimits(
                                dailyLoss,
                                limits.maxPositions() + 1,
                                limits.dailyEntries(),
                                limits.maxExposure()));
        var heard = new LinkedBlockingQueue<WakeUpMessage>();
        try (var _ = listening(source, heard)) {
            assertThat(control.edit(LARGE, _ -> after, "ann", TEN))
                    .contains(new AccountEdit(before, after));
            assertThat(heard.poll(A_SECOND, TimeUnit.MILLISECONDS))
                    .isEqualTo(new WakeUpMessage(Topic.TRADING_STATES, TEN));
        }

        assertThat(accounts.find(LARGE)).contains(after);
        assertThat(new SettingsAudit(scene.database).newest(Optional.empty(), 9))
                .extracting(change -> change.key() + " " + change.from() + " " + change.to())
                .containsExactly(
                        "accounts.large.positions Optional[%d] Optional[%d]"
                                .formatted(limits.maxPositions(), limits.maxPositions() + 1),
                        "accounts.large.daily-loss Optional[%s] Optional[%s]"
                                .formatted(limits.dailyLoss(), dailyLoss));
        assertThat(control.edit(new AccountId("nobody"), account -> account, "ann", TEN)).isEmpty();
        assertThat(control.edit(LARGE, account -> account, "ann", TEN).orElseThrow().changes())
                .isEmpty();
    }

    private static Account with(Account account, AccountLimits limits) {
        return new Account(
                account.id(),
                account.brokerNumber(),
                account.strategy(),
                account.tier(),
                account.actions(),
                account.cadence(),
                limits,
                account.enabled());
    }

    @Test
    @DisplayName("A-97: the pause of the day's loss is found under what was decided since")
    void findsThePauseUnderAHalt() {
        Instant nextOpen = TEN.plusSeconds(80_000);
        var loss =
                new TradingStatus(
                        TradingState.REDUCING, "DAILY_LOSS 2026-01-05", Optional.of(nextOpen));
        control.change(Map.of(LARGE, loss), TEN);
        control.change(Map.of(LARGE, HALTED), TEN.plusSeconds(60));

        assertThat(control.pauseOf(LARGE, TradingStatus.DAILY_LOSS, TEN.plusSeconds(120)))
                .contains(loss);
        assertThat(control.pauseOf(LARGE, TradingStatus.DAILY_LOSS, nextOpen)).isEmpty();
        assertThat(control.pauseOf(TINY, TradingStatus.DAILY_LOSS, TEN)).isEmpty();
    }

    @Test
    @DisplayName("A-118: allowing hybrid touches actions and the mode of signals, and is audited")
    void changesActionsAlone() {
        var before = accounts.find(LARGE).orElseThrow();
        control.allow(AllowedActions.HYBRID, false, "ann", TEN);
        control.allow(AllowedActions.HYBRID, true, "ann", TEN);

        var after = accounts.find(LARGE).orElseThrow();
        assertThat(after.actions()).isEqualTo(AllowedActions.HYBRID);
        assertThat(after).usingRecursiveComparison().ignoringFields("actions").isEqualTo(before);
        assertThat(
                        scene.texts(
                                """
                                select concat_ws(' ', key, old_value, new_value, changed_by)
                                from settings_audit order by audit_id
                                """))
                .containsExactly(
                        "accounts.large.actions options-only hybrid ann",
                        "accounts.tiny.actions options-only hybrid ann",
                        "signals.mode hybrid ann");
    }

    private static PgNotifications listening(
            DataSource source, LinkedBlockingQueue<WakeUpMessage> heard)
            throws InterruptedException {
        var notifications = new PgNotifications(source);
        var listening = new CountDownLatch(1);
        notifications.subscribe(
                new WakeUpListener() {
                    @Override
                    public void woken(Topic topic, Instant asOf) {
                        heard.add(new WakeUpMessage(topic, asOf));
                    }

                    @Override
                    public void listening() {
                        listening.countDown();
                    }
                });
        assertThat(listening.await(PATIENCE, TimeUnit.MILLISECONDS)).isTrue();
        return notifications;
    }

    private static void set(PostgresSettingsStore store, Instant at) {
        store.change("spread", Optional.of("0.12"), Optional.empty(), "ann", at);
    }
}
