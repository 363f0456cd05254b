package io.opspipeline.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.ports.store.Watchlist;
import io.opspipeline.ports.store.WatchlistRow;
import io.opspipeline.runtime.service.Lockstep;
import io.opspipeline.runtime.service.RunningService;
import io.opspipeline.runtime.service.ServiceLauncher;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class WatchlistServiceTest {

    private static final Ticker NVDA = Ticker.of("NVDA");
    private static final Ticker AAPL = Ticker.of("AAPL");
    private static final Instant TEN = Instant.parse("2026-11-23T15:00:00Z");

    private final Lockstep lockstep = Lockstep.startingAt(TEN.minusSeconds(60));

    @Test
    @DisplayName("A-45, A-46: a name enters, stays while features are stale, then leaves")
    void keepsTheListInTheStore(TestDatabase database) {
        try (var service = start(database)) {
            universe(service, NVDA, true);
            universe(service, AAPL, true);
            see(service, strong(NVDA));
            lockstep.time().runUntil(TEN);

            WatchlistRow row = current(service).getFirst();
            assertThat(row.ticker()).isEqualTo(NVDA);
            assertThat(row.rank()).isEqualTo(1);
            assertThat(row.score()).isEqualTo(40 + 30 + 10 + 5);
            assertThat(row.enteredAt()).isEqualTo(TEN);

            lockstep.time().runUntil(TEN.plus(Duration.ofMinutes(25)));
            assertThat(current(service)).hasSize(1);
            assertThat(current(service).getFirst().score()).isEqualTo(10 + 5);
            lockstep.time().runUntil(TEN.plus(Duration.ofMinutes(30)));
            assertThat(current(service)).isEmpty();
        }
    }

    @Test
    @DisplayName("A-45: a name that the universe drops leaves at once")
    void dropsWhatTheUniverseDrops(TestDatabase database) {
        try (var service = start(database)) {
            universe(service, NVDA, true);
            see(service, strong(NVDA));
            lockstep.time().runUntil(TEN);
            universe(service, NVDA, false);
            lockstep.time().runUntil(TEN.plus(Duration.ofMinutes(5)));
            assertThat(current(service)).isEmpty();
            assertThat(lockstep.time().failures()).isEmpty();
        }
    }

    private static void universe(RunningService service, Ticker ticker, boolean active) {
        var row =
                new UniverseRow(
                        ticker,
                        UniverseRow.Source.OPERATOR,
                        Optional.empty(),
                        new Confidence(1),
                        active);
        service.bean(Universe.class).publish(List.of(row), TEN);
    }

    private static void see(RunningService service, FeatureRow row) {
        service.bean(Features.class).store(List.of(row), row.barEnd());
    }

    private static List<WatchlistRow> current(RunningService service) {
        return service.bean(Watchlist.class).current();
    }

    private static FeatureRow strong(Ticker ticker) {
        return new FeatureRow(
                ticker,
                TEN.minusSeconds(60),
                Price.of("101"),
                OptionalDouble.of(100),
                OptionalDouble.empty(),
                OptionalDouble.of(3),
                OptionalInt.of(1),
                6,
                OptionalDouble.of(0.01),
                OptionalInt.of(1),
                OptionalDouble.of(1),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private RunningService start(TestDatabase database) {
        return ServiceLauncher.inProcess(
                WatchlistApplication.class,
                lockstep,
                Map.of(
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.user(),
                        "spring.datasource.password", database.password()),
                Map.of());
    }
}
