package io.opspipeline.domain.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Fill;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Lives of one position under buys, sells, marks and ends in any order.
class PositionMachinePropertyTest {

    private static final Instant OPENED = Instant.parse("2025-01-02T15:00:00Z");
    private static final Offset<BigDecimal> ROUNDING = Offset.offset(new BigDecimal("0.000001"));
    private static final List<PositionState> STATES = List.of(PositionState.values());
    private static final int EVENTS = 10;

    @Test
    @DisplayName("A-56, A-96: whatever comes, it holds what was bought less what was sold")
    void livesConsistently() {
        Seeds.check(10_000, PositionMachinePropertyTest::live);
    }

    private static void live(RandomGenerator random) {
        var ledger = new Ledger();
        Position position = opened(ledger.bought(fill(random, 0)));
        for (int i = 1; i <= EVENTS; i++) {
            Position before = position;
            position = next(random, position, fill(random, i), ledger);
            assertLegal(before, position);
            ledger.assertKeptBy(position);
        }
    }

    private static Position next(
            RandomGenerator random, Position position, Fill fill, Ledger ledger) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> bought(position, fill, ledger);
            case 2, 3 -> sold(position, fill, ledger);
            case 4 -> PositionMachine.marked(position, any(random));
            default ->
                    random.nextInt(4) == 0
                            ? PositionMachine.ended(position, any(random), fill.at())
                            : position;
        };
    }

    private static Position bought(Position position, Fill fill, Ledger ledger) {
        if (position.state().isEnded()) {
            assertThatThrownBy(() -> PositionMachine.increased(position, fill))
                    .isInstanceOf(IllegalStateException.class);
            return position;
        }
        return PositionMachine.increased(position, ledger.bought(fill));
    }

    private static Position sold(Position position, Fill fill, Ledger ledger) {
        if (position.state().isEnded() || fill.quantity() > position.quantity()) {
            assertThatThrownBy(() -> PositionMachine.reduced(position, fill))
                    .isInstanceOf(IllegalStateException.class);
            return position;
        }
        return PositionMachine.reduced(position, ledger.sold(fill));
    }

    private static void assertLegal(Position before, Position after) {
        assertThat(after.endedAt().isPresent()).isEqualTo(after.state().isEnded());
        assertThat(after.quantity() == 0).isEqualTo(after.state().isEnded());
        assertThat(after.openedAt()).isEqualTo(OPENED);
        if (before.state().isEnded()) {
            assertThat(after).isEqualTo(before);
        }
    }

    /// What the fills add up to, kept without the machine.
    private static final class Ledger {

        private int bought;
        private int sold;
        private BigDecimal paid = BigDecimal.ZERO;
        private BigDecimal received = BigDecimal.ZERO;

        Fill bought(Fill fill) {
            bought += fill.quantity();
            paid = paid.add(value(fill));
            return fill;
        }

        Fill sold(Fill fill) {
            sold += fill.quantity();
            received = received.add(value(fill));
            return fill;
        }

        void assertKeptBy(Position position) {
            assertThat(position.boughtQuantity()).isEqualTo(bought);
            assertThat(position.soldQuantity()).isEqualTo(sold);
            if (!position.state().isEnded() || position.state() == PositionState.CLOSED) {
                assertThat(position.quantity()).isEqualTo(bought - sold);
            }
            if (position.state() == PositionState.CLOSED) {
                assertThat(position.realised().amount())
                        .isCloseTo(
                                new Money(received.subtract(paid)).times(100).amount(), ROUNDING);
            }
        }

        private static BigDecimal value(Fill fill) {
            return fill.price().perShare().multiply(BigDecimal.valueOf(fill.quantity()));
        }
    }

    private static PositionState any(RandomGenerator random) {
        return STATES.get(random.nextInt(STATES.size()));
    }

    private static Position opened(Fill fill) {
        return PositionMachine.opened(
                new AccountId("large"),
                Instrument.ofSymbol("NVDA250117C00130000"),
                Strategy.DAY,
                PositionOrigin.DISPATCH,
                fill);
    }

    private static Fill fill(RandomGenerator random, int number) {
        return new Fill(
                new ClientOrderId("c-1"),
                "f-" + number,
                1 + random.nextInt(4),
                new Price(BigDecimal.valueOf(1 + random.nextInt(500), 2)),
                OPENED.plusSeconds(number));
    }
}
