package io.opspipeline.domain.order;

import static io.opspipeline.domain.order.OrderSamples.QUANTITY;
import static io.opspipeline.domain.order.OrderSamples.intent;
import static io.opspipeline.domain.order.OrderSamples.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Lives of one order under news in any order, with refusals, doubts and give-ups between.
class OrderMachinePropertyTest {

    private static final Instant LATER = Instant.parse("2025-01-02T15:01:00Z");
    private static final List<BrokerOrderStatus> WORDS = List.of(BrokerOrderStatus.values());
    private static final int EVENTS = 12;

    @Test
    @DisplayName(
            "A-56, A-100, fault OVERFILL: whatever comes, each unit is booked once, and an end is dated")
    void livesConsistently() {
        Seeds.check(10_000, OrderMachinePropertyTest::live);
    }

    private static void live(RandomGenerator random) {
        Order order = intent();
        int booked = 0;
        BigDecimal value = BigDecimal.ZERO;
        Set<String> names = new HashSet<>();
        for (int i = 0; i < EVENTS; i++) {
            OrderChange change = anything(random, order);
            if (change.fill().isPresent()) {
                Fill fill = change.fill().get();
                booked += fill.quantity();
                value = value.add(cost(fill));
                assertThat(names.add(fill.fillId())).as("named once: %s", fill).isTrue();
            }
            assertLegal(order, change);
            order = change.after();
            assertThat(order.filledQuantity()).isEqualTo(booked);
            assertThat(order.filledValue()).isEqualByComparingTo(value);
        }
    }

    private static OrderChange anything(RandomGenerator random, Order order) {
        return switch (random.nextInt(8)) {
            case 0 -> OrderMachine.refused(order, DenialCode.BROKER_REFUSED.says("no"), LATER);
            case 1 -> OrderMachine.doubted(order, DenialCode.NO_ANSWER.says("time-out"), LATER);
            case 2 -> OrderMachine.lost(order, LATER);
            case 3 ->
                    OrderMachine.aborted(order, DenialCode.BROKER_REFUSED.says("given up"), LATER);
            default -> {
                yield OrderMachine.apply(
                        order,
                        news(
                                WORDS.get(random.nextInt(WORDS.size())),
                                random.nextInt(QUANTITY + 2)));
            }
        };
    }

    private static void assertLegal(Order before, OrderChange change) {
        Order after = change.after();
        assertThat(after.endedAt().isPresent()).isNotEqualTo(after.state().isWorking());
        if (after.remaining() <= 0) {
            assertThat(after.state()).isEqualTo(OrderState.FILLED);
        }
        if (!before.state().isWorking() && before.state() != OrderState.LOST) {
            assertThat(after.state()).isIn(before.state(), OrderState.FILLED);
            assertThat(after.endedAt()).isEqualTo(before.endedAt());
        }
    }

    private static BigDecimal cost(Fill fill) {
        return fill.price().perShare().multiply(BigDecimal.valueOf(fill.quantity()));
    }
}
