package io.opspipeline.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnbrokenTimeTest {

    private static final Instant OPEN = Instant.parse("2026-11-19T14:30:00Z");

    private final VirtualTime real = new VirtualTime(OPEN);
    private final SettableClock wall = new SettableClock(real);
    private final UnbrokenTime time =
            new UnbrokenTime(wall, () -> Duration.between(OPEN, real.instant()).toNanos());

    @Test
    @DisplayName("fault CLOCK-SKEW: time that waits goes on when the clock is set back")
    void goesOnWhenTheClockIsSetBack() {
        pass(Duration.ofMillis(200));
        wall.set(Duration.ofMinutes(-40));
        assertThat(time.instant()).isEqualTo(real.instant());
        pass(Duration.ofMillis(200));
        wall.set(Duration.ofMinutes(-5));
        pass(Duration.ofMillis(200));

        assertThat(time.instant()).isEqualTo(real.instant());
    }

    @Test
    void followsAClockThatIsSetForward() {
        wall.set(Duration.ofMinutes(40));

        assertThat(time.instant()).isEqualTo(real.instant().plus(Duration.ofMinutes(40)));
    }

    @Test
    void followsAClockThatIsCorrectedALittle() {
        wall.set(Duration.ofMillis(-900));

        assertThat(time.instant()).isEqualTo(real.instant().minusMillis(900));
    }

    private void pass(Duration length) {
        real.runUntil(real.instant().plus(length));
        time.instant();
    }
}
