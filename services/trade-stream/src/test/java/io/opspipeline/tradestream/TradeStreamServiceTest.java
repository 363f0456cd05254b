package io.opspipeline.tradestream;

import static io.opspipeline.tradestream.Street.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class TradeStreamServiceTest {

    @Test
    @DisplayName("A-98, A-99: what only the broker holds is adopted, what it lost is ended")
    void keepsTheBooksAlike(TestDatabase database) {
        try (var street = Street.open(database, Duration.ofHours(1))) {
            street.run(Duration.ofMinutes(2));
            var contract = street.contract();
            street.trade(Side.BUY, contract, 2, "somebody:1");
            street.run(Duration.ofMinutes(2));

            Positions positions = street.service().bean(Positions.class);
            assertThat(positions.held(LARGE))
                    .singleElement()
                    .satisfies(held -> {
                        assertThat(held.position().quantity()).isEqualTo(2);
                        assertThat(held.position().origin()).isEqualTo(PositionOrigin.ADOPTED);
                        assertThat(held.position().instrument().symbol())
                                .isEqualTo(contract.toString());
                    });

            street.trade(Side.SELL, contract, 2, "somebody:2");
            street.run(Duration.ofMinutes(2));
            assertThat(positions.held(LARGE)).isEmpty();
        }
    }

    @Test
    @DisplayName("A-100: the stream is alive and reconciled, and health says so")
    void isReady(TestDatabase database) {
        try (var street = Street.open(database, Duration.ofHours(1))) {
            street.run(Duration.ofMinutes(5));

            Heartbeat last =
                    street.service()
                            .bean(Heartbeats.class)
                            .latest("trade-stream", Optional.of(LARGE))
                            .orElseThrow();
            assertThat(last.age(street.now())).isLessThanOrEqualTo(Duration.ofSeconds(15));
            assertThat(last.isReconciled()).isTrue();
            assertThat(street.service().health().readings().get("streams").isGood()).isTrue();
        }
    }
}
