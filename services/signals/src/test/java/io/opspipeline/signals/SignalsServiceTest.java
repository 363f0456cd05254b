package io.opspipeline.signals;

import static io.opspipeline.signals.rules.Rows.BAR;
import static io.opspipeline.signals.rules.Rows.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.job.Topic;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.ports.job.WakeUps;
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
