package io.opspipeline.signals;

import static io.opspipeline.signals.rules.Rows.BAR;
import static io.opspipeline.signals.rules.Rows.NVDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opspipeline.domain.job.Topic;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.setting.SettingsFault;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.setting.SettingsStore;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Signals;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.runtime.service.Lockstep;
import io.opspipeline.runtime.service.RunningService;
import io.opspipeline.runtime.service.ServiceLauncher;
import io.opspipeline.signals.rules.Rows;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class SignalsServiceTest {

    private static final Instant FIRST = BAR.plusSeconds(60);

    private final Lockstep lockstep = Lockstep.startingAt(BAR);

    @Test
    @DisplayName("A-51: wakes on new features, and the cooldown holds across a restart")
    void signalsOnceInFifteenMinutes(TestDatabase database) {
        try (var service = start(database)) {
            service.bean(Universe.class).publish(List.of(active()), BAR);
            see(service, BAR);
            lockstep.time().runUntil(FIRST);
            assertThat(signals(service)).isEqualTo(Map.of(Action.BUY_CALL, FIRST));
            assertThat(service.health().readings().get("features").isGood()).isTrue();
        }
        try (var service = start(database)) {
            see(service, BAR.plus(Duration.ofMinutes(14)));
            assertThat(signals(service)).isEqualTo(Map.of(Action.BUY_CALL, FIRST));
            see(service, BAR.plus(Duration.ofMinutes(15)));
            assertThat(signals(service))
                    .isEqualTo(Map.of(Action.BUY_CALL, FIRST.plus(Duration.ofMinutes(15))));
        }
        assertThat(lockstep.time().failures()).isEmpty();
    }

    @Test
    @DisplayName(
            "A-8, A-10, incident 69: a running service takes a stored value over at once, keeps"
                    + " it when the next one is bad, tells all, and makes no signals")
    void followsTheStore(TestDatabase database) {
        try (var service = start(database)) {
            service.bean(Universe.class).publish(List.of(active()), BAR);
            store(service, "0.99");
            see(service, BAR);
            assertThat(signals(service)).isEmpty();

            store(service, "{option: .3}");
            see(service, BAR.plus(Duration.ofMinutes(1)));
            assertThat(signals(service)).isEmpty();
            assertThat(service.bean(SettingsReads.class).faults(lockstep.time().instant()))
                    .extracting(SettingsFault::service, SettingsFault::key)
                    .containsExactly(tuple(Optional.of("signals"), "signals.confidence.option"));
            assertThat(service.health().readings().get("settings").isGood()).isFalse();

            store(service, "0.45");
            see(service, BAR.plus(Duration.ofMinutes(2)));
            assertThat(signals(service)).containsKey(Action.BUY_CALL);
            assertThat(service.bean(SettingsReads.class).faults(lockstep.time().instant()))
                    .isEmpty();
        }
        assertThat(alerts(database)).containsExactly("CRITICAL settings signals.confidence.option");
    }

    private void store(RunningService service, String confidence) {
        Instant now = lockstep.time().instant();
        service.bean(SettingsStore.class)
                .change(
                        "signals.confidence.option",
                        Optional.of(confidence),
                        Optional.empty(),
                        "ann",
                        now);
        service.bean(WakeUps.class).publish(Topic.SETTINGS, now);
        lockstep.time().runUntil(now);
    }

    private static List<String> alerts(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql(
                        "select severity || ' ' || regexp_replace(event_id, ' [^ ]*$', '') from alerts")
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("A-113: without features health is red, never zero")
    void isRedWithoutFeatures(TestDatabase database) {
        try (var service = start(database)) {
            assertThat(service.health().readings().get("features").detail())
                    .isEqualTo("never seen");
            assertThat(service.health().isHealthy()).isFalse();
        }
    }

    /// A row of a bar, stored as it closes and announced.
    private void see(RunningService service, Instant bar) {
        Instant closed = bar.plusSeconds(60);
        lockstep.time().runUntil(closed.minusSeconds(1));
        service.bean(Features.class).store(List.of(Rows.strong().at(bar).row()), closed);
        service.bean(WakeUps.class).publish(Topic.FEATURES, closed);
        lockstep.time().runUntil(closed);
    }

    private static Map<Action, Instant> signals(RunningService service) {
        return service.bean(Signals.class)
                .lastBarEnds(Set.of(NVDA), BAR)
                .getOrDefault(NVDA, Map.of());
    }

    private RunningService start(TestDatabase database) {
        return ServiceLauncher.inProcess(
                SignalsApplication.class,
                lockstep,
                Map.of(
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.user(),
                        "spring.datasource.password", database.password()),
                Map.of());
    }

    private static UniverseRow active() {
        return new UniverseRow(
                NVDA, UniverseRow.Source.OPERATOR, Optional.empty(), new Confidence(1), true);
    }
}
