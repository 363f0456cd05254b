package io.opspipeline.features;

import static io.opspipeline.features.Desk.MONDAY;
import static io.opspipeline.features.Desk.NVDA;
import static io.opspipeline.features.Desk.after;
import static io.opspipeline.features.Desk.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.runtime.service.Lockstep;
import io.opspipeline.runtime.service.RunningService;
import io.opspipeline.runtime.service.ServiceLauncher;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class FeaturesServiceTest {

    private final Lockstep lockstep = Lockstep.startingAt(after(MONDAY, -5));

    @Test
    void computesStoredBarsOnItsSchedule(TestDatabase database) {
        try (var service = start(database)) {
            service.bean(Universe.class).publish(List.of(active()), after(MONDAY, -5));
            lockstep.time().runUntil(after(MONDAY, 59));
            store(service, 0, 60);
            lockstep.time().runUntil(after(MONDAY, 60));

            FeatureRow newest = latest(service);
            assertThat(newest.barStart()).isEqualTo(after(MONDAY, 59));
            assertThat(newest.trendState()).hasValue(1);
            assertThat(newest.sma50()).isPresent();
            assertThat(service.health().readings().get("coverage").detail()).startsWith("1 of 1");
            assertThat(service.health().isHealthy()).isTrue();
            assertThat(lockstep.time().failures()).isEmpty();
        }
    }

    private RunningService start(TestDatabase database) {
        return ServiceLauncher.inProcess(
                FeaturesApplication.class,
                lockstep,
                Map.of(
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.user(),
                        "spring.datasource.password", database.password()),
                Map.of());
    }

    private static void store(RunningService service, int from, int to) {
        List<StoredBar> bars =
                minutes(NVDA, MONDAY, from, to).stream()
                        .map(bar -> new StoredBar(bar, BarSource.STREAM, "sip"))
                        .toList();
        service.bean(Bars.class).store(bars, after(MONDAY, to));
    }

    private static FeatureRow latest(RunningService service) {
        return service.bean(Features.class).latest(Set.of(NVDA), after(MONDAY, 60)).get(NVDA);
    }

    private static UniverseRow active() {
        return new UniverseRow(
                NVDA, UniverseRow.Source.OPERATOR, Optional.empty(), new Confidence(1), true);
    }
}
