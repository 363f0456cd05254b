package io.opspipeline.cli.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.position.Held;
import io.opspipeline.cli.position.Held.WorkingOrder;
import io.opspipeline.ports.time.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EmptyingTest {

    private static final Held NOTHING = new Held(Optional.empty(), List.of(), List.of());
    private static final Held WORKING =
            new Held(
                    Optional.empty(),
                    List.of(),
                    List.of(
                            new WorkingOrder(
                                    Instant.EPOCH,
                                    "large",
                                    "large:NVDA:1:CALL:1",
                                    "BUY",
                                    "NVDA",
                                    1,
                                    0,
                                    Optional.empty(),
                                    "SUBMITTED",
                                    Optional.empty())));

    @Test
    @DisplayName("A-69: an entry that still works may fill: it is waited for, too")
    void waitsForWorkingOrders() throws InterruptedException {
        Queue<Held> looks = new ArrayDeque<>(List.of(WORKING, WORKING, NOTHING));

        Held left = new Emptying(looks::remove, Pause.NONE, Duration.ofHours(1)).awaited();

        assertThat(left.holdsNothing()).isTrue();
        assertThat(looks).isEmpty();
    }

    @Test
    void givesUpAtTheBound() throws InterruptedException {
        Held left = new Emptying(() -> WORKING, Pause.NONE, Duration.ofMillis(20)).awaited();

        assertThat(left).isEqualTo(WORKING);
    }
}
