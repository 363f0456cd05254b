package io.opspipeline.domain.order;

import static io.opspipeline.domain.order.OrderSamples.QUANTITY;
import static io.opspipeline.domain.order.OrderSamples.in;
import static io.opspipeline.domain.order.OrderSamples.intent;
import static io.opspipeline.domain.order.OrderSamples.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Price;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every event in every state, and every order of events.
class OrderMachineTotalityTest {

    static Stream<Arguments> everyEventInEveryState() {
        return Stream.of(OrderState.values())
                .flatMap(state ->
                        Stream.of(BrokerOrderStatus.values())
                                .flatMap(status ->
                                        Stream.of(0, 1, QUANTITY, QUANTITY + 1)
                                                .map(filled ->
                                                        Arguments.of(state, status, filled))));
    }

    @ParameterizedTest
    @MethodSource("everyEventInEveryState")
    @DisplayName("A-56, A-100: every event has a defined result in every state")
    void hasADefinedResult(OrderState state, BrokerOrderStatus status, int filled) {
        var before = in(state);
        var after = OrderMachine.apply(before, news(status, filled)).after();

        assertThat(after.filledQuantity()).isEqualTo(Math.max(before.filledQuantity(), filled));
        assertThat(after.endedAt().isEmpty()).isEqualTo(after.state().isWorking());
        assertThat(after.brokerOrderId()).isPresent();
        assertThat(after.remaining() <= 0).isEqualTo(isFullyFilled(after));
        if (!state.isWorking() && state != OrderState.LOST) {
            assertThat(after.state().isWorking()).isFalse();
        }
    }

    // The broker may say FILLED and owe us the quantity: the books tell it later.
    private static boolean isFullyFilled(Order order) {
        return order.state() == OrderState.FILLED && order.remaining() <= 0;
    }

    @ParameterizedTest
    @MethodSource("everyEventInEveryState")
    @DisplayName("A-100: the same event twice is the same event once")
    void ignoresARepeatedEvent(OrderState state, BrokerOrderStatus status, int filled) {
        var update = news(status, filled);
        var once = OrderMachine.apply(in(state), update).after();

        assertThat(OrderMachine.apply(once, update).isNothing()).isTrue();
    }

    @Test
    @DisplayName("A-100, incident 42: parts that arrive shuffled and twice add up all the same")
    void addsUpInAnyOrder() {
        Seeds.check(
                10_000,
                random -> {
                    var executions = executions(random);
                    var shuffled = new ArrayList<>(updates(executions));
                    shuffled.addAll(updates(executions));
                    Collections.shuffle(shuffled, new Random(random.nextLong()));

                    assertAddsUp(executions, shuffled);
                });
    }

    private static void assertAddsUp(List<Execution> executions, List<OrderUpdate> updates) {
        var order = intent();
        var booked = 0;
        for (var update : updates) {
            var change = OrderMachine.apply(order, update);
            booked += change.fill().map(Fill::quantity).orElse(0);
            order = change.after();
        }
        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(booked).isEqualTo(QUANTITY).isEqualTo(order.filledQuantity());
        assertThat(order.filledValue())
                .isCloseTo(value(executions), Offset.offset(new BigDecimal("0.000000001")));
    }

    private static List<Execution> executions(RandomGenerator random) {
        var parts = new ArrayList<Execution>();
        for (int left = QUANTITY; left > 0; left -= parts.getLast().quantity()) {
            var price = new Price(BigDecimal.valueOf(200 + random.nextInt(100), 2));
            parts.add(new Execution("e-" + left, 1 + random.nextInt(left), price));
        }
        return parts;
    }

    private static List<OrderUpdate> updates(List<Execution> executions) {
        var updates = new ArrayList<OrderUpdate>();
        for (int last = 1; last <= executions.size(); last++) {
            updates.add(update(executions.subList(0, last)));
        }
        return updates;
    }

    private static OrderUpdate update(List<Execution> soFar) {
        var filled = soFar.stream().mapToInt(Execution::quantity).sum();
        var average = value(soFar).divide(BigDecimal.valueOf(filled), MathContext.DECIMAL64);
        var status =
                filled == QUANTITY ? BrokerOrderStatus.FILLED : BrokerOrderStatus.PARTIALLY_FILLED;
        return news(status, filled, average.toPlainString(), Optional.of(soFar.getLast()));
    }

    private static BigDecimal value(List<Execution> executions) {
        return executions.stream()
                .map(part -> part.price().perShare().multiply(BigDecimal.valueOf(part.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
