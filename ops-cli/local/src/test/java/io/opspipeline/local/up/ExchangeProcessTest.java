package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.exchange.market.generated.GeneratedMarket;
import io.opspipeline.runtime.time.FollowedClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExchangeProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    @DisplayName("CLOCK-SKEW: whoever follows the exchange's clock runs on its time and speed")
    void itsClockCanBeFollowed() {
        try (var exchange = ExchangeProcess.open(GeneratedMarket.active(1), 0);
                var clock = FollowedClock.of(ExchangeProcess.clockUrl(exchange.url()), PATIENCE)) {
            Instant open = GeneratedMarket.active(1).session().open();
            assertThat(clock.instant()).isBetween(open.minusSeconds(300), open.minusSeconds(240));

            exchange.run(600);
            while (!clock.real(Duration.ofSeconds(600)).equals(Duration.ofSeconds(1))) {
                Thread.onSpinWait();
            }
            while (clock.instant().isBefore(open)) {
                Thread.onSpinWait();
            }
            exchange.run(1);
        }
    }

    @Test
    void saysThatNobodyTellsTheTime() {
        URI nobody = ExchangeProcess.clockUrl(ExchangePlan.freeUrl());

        assertThatThrownBy(() -> FollowedClock.of(nobody, Duration.ofMillis(200)))
                .hasMessageContaining("told no time within PT0.2S");
    }
}
