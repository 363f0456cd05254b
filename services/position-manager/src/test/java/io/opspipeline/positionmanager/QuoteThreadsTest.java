package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealTimers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Real timers with a thread for each call, at noon of a session.
@Timeout(60)
class QuoteThreadsTest {

    private static final int POSITIONS = 20;
    private static final List<String> SYMBOLS =
            IntStream.rangeClosed(1, POSITIONS).mapToObj("NVDA261218C%08d"::formatted).toList();

    private final Clock clock =
            Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Desk.NOON));
    private final CountDownLatch orders = new CountDownLatch(POSITIONS);

    @Test
    @DisplayName("A-91: 20 positions under a flood of quotes close once each, one order each")
    void closesEachPositionOnce() throws InterruptedException {
        try (RealTimers timers = new RealTimers(clock, Pace.REAL)) {
            Desk desk = Desk.onThreads(timers, clock);
            desk.settings = settings();
            desk.broker.fills = this::fill;
            for (int i = 0; i < POSITIONS; i++) {
                desk.book.hold(Desk.position(i + 1, MemoryAccounts.LARGE, SYMBOLS.get(i), 2));
                desk.market.quote(SYMBOLS.get(i), "2.00", "2.04");
            }
            desk.desks.take(MemoryAccounts.LARGE.id());
            desk.desks.evaluate(MemoryAccounts.LARGE);
            flood(desk);
            desk.subscription.close();

            assertThat(desk.broker.journal)
                    .as("orders")
                    .hasSize(POSITIONS)
                    .allSatisfy(order -> assertThat(order).endsWith("sell 2 at 1.40"));
            assertThat(desk.book.events).filteredOn("closing STOP_LOSS"::equals).hasSize(POSITIONS);
            assertThat(timers.failures()).isZero();
            assertThat(desk.alerts)
                    .as("beside the pause after losses in a row")
                    .allMatch(alert -> alert.contains("LOSING_STREAK"));
        }
    }

    private boolean fill(OrderRequest order) {
        orders.countDown();
        return true;
    }

    /// About a thousand quotes a second, and an evaluation beside them now and then.
    private void flood(Desk desk) throws InterruptedException {
        awaitStream(desk);
        int frames = 0;
        while (!orders.await(1, TimeUnit.MILLISECONDS)) {
            desk.quotes.say(SYMBOLS.get(frames % POSITIONS), "1.40", "1.44");
            if (frames++ % 100 == 50) {
                Thread.startVirtualThread(() -> desk.desks.evaluate(MemoryAccounts.LARGE));
            }
        }
        for (String symbol : SYMBOLS) {
            desk.quotes.say(symbol, "1.40", "1.44");
        }
        while (!desk.book.held(MemoryAccounts.LARGE.id()).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static void awaitStream(Desk desk) {
        while (!desk.quotes.isOpen()) {
            Thread.onSpinWait();
        }
    }

    /// A condition must hold for a second.
    private static PositionManagerSettings settings() {
        return SettingsBinder.simulated()
                .bind(PositionManagerSettings.class, Map.of("position-manager.quotes.span", "1s"));
    }
}
