package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TurnsTest {

    @Test
    @Timeout(20)
    @DisplayName(
            "an evaluation never runs beside itself, and requests that meet one become one more")
    void joinsRequests() throws InterruptedException {
        Turns turns = new Turns();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Runnable work =
                () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    runs.incrementAndGet();
                    begun.countDown();
                    await(asked);
                    running.decrementAndGet();
                };
        Thread first = Thread.startVirtualThread(() -> turns.take(work));
        begun.await();
        turns.take(work);
        turns.take(work);
        asked.countDown();
        first.join();

        assertThat(runs).hasValue(2);
        assertThat(most).hasValue(1);
    }

    @Test
    @Timeout(20)
    @DisplayName("A-101: a request that meets an evaluation which breaks is served all the same")
    void servesARequestThatMetAFailure() {
        Turns turns = new Turns();
        AtomicInteger runs = new AtomicInteger();
        Runnable work =
                () -> {
                    if (runs.incrementAndGet() == 1) {
                        ask(turns);
                        throw new IllegalStateException("broken on purpose");
                    }
                };

        assertThatThrownBy(() -> turns.take(work)).hasMessage("broken on purpose");
        assertThat(runs).hasValue(2);
    }

    /// Asks on another thread: the work of this one is on its turn.
    private static void ask(Turns turns) {
        try {
            Thread.startVirtualThread(() -> turns.take(() -> {})).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
