package io.opspipeline.domain.order;

import static io.opspipeline.domain.order.OrderSamples.NEWS;
import static io.opspipeline.domain.order.OrderSamples.QUANTITY;
import static io.opspipeline.domain.order.OrderSamples.in;
import static io.opspipeline.domain.order.OrderSamples.intent;
import static io.opspipeline.domain.order.OrderSamples.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.money.Price;
import java.math.RoundingMode;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderMachineTest {

    @Test
    @DisplayName("A-100: what the broker's average has lost by rounding is not lost in the books")
    void knowsThePaidTotal() {
        OrderChange change =
                OrderMachine.apply(
                        intent(), news(BrokerOrderStatus.PARTIALLY_FILLED, 3, "2.246667", none()));

        assertThat(change.after().filledValue().setScale(9, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("6.74");
    }

    @Test
    @DisplayName("A-81: incident 15: each part is booked once, at its own price")
    void booksEachPartOnce() {
        var first = OrderMachine.apply(intent(), part(1, "2.40", "e-1", 1, "2.40"));
        var second = OrderMachine.apply(first.after(), part(4, "2.55", "e-2", 3, "2.60"));

        assertThat(first.after().state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(first.fill().orElseThrow().price()).isEqualTo(Price.of("2.40"));
        assertThat(second.after().state()).isEqualTo(OrderState.FILLED);
        assertThat(second.fill().orElseThrow().fillId()).isEqualTo("e-2");
        assertThat(second.after().averagePrice()).contains(Price.of("2.55"));
        assertThat(second.after().endedAt()).contains(NEWS);
    }

    @Test
    @DisplayName("A-100: a part that was missed is priced by what the whole cost")
    void pricesAMissedPartByTheRest() {
        var known = OrderMachine.apply(intent(), part(1, "2.40", "e-1", 1, "2.40")).after();
        var books = OrderMachine.apply(known, news(BrokerOrderStatus.FILLED, 4, "2.55", none()));

        assertThat(books.fill().orElseThrow())
                .isEqualTo(new Fill(intent().id(), "cumulative-4", 3, Price.of("2.60"), NEWS));
    }

    @Test
    @DisplayName("A-81: a cancelled order keeps what was filled before")
    void keepsWhatWasFilledBeforeTheCancel() {
        var change = OrderMachine.apply(intent(), news(BrokerOrderStatus.CANCELED, 2));

        assertThat(change.after().state()).isEqualTo(OrderState.CANCELED);
        assertThat(change.after().filledQuantity()).isEqualTo(2);
        assertThat(change.ended()).isTrue();
    }

    @Test
    void booksAFillThatComesAfterTheEnd() {
        var change = OrderMachine.apply(in(OrderState.CANCELED), news(BrokerOrderStatus.FILLED, 4));

        assertThat(change.fill()).isPresent();
        assertThat(change.after().state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void findsALostOrderAgain() {
        var change = OrderMachine.apply(in(OrderState.LOST), news(BrokerOrderStatus.WORKING, 0));

        assertThat(change.after().state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(change.after().endedAt()).isEmpty();
    }

    @Test
    void staysInCancellationUntilTheBrokerEndsIt() {
        var late = news(BrokerOrderStatus.WORKING, 0);

        assertThat(OrderMachine.apply(in(OrderState.PENDING_CANCEL), late).after().state())
                .isEqualTo(OrderState.PENDING_CANCEL);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A-67: a refusal ends only what the broker does not have")
    void refusesOnlyWhatTheBrokerDoesNotHave(OrderState state) {
        var after =
                OrderMachine.refused(in(state), DenialCode.BROKER_REFUSED.says("40310000"), NEWS)
                        .after();
        var unsent = state == OrderState.INTENT || state == OrderState.IN_DOUBT;

        assertThat(after.state()).isEqualTo(unsent ? OrderState.REJECTED : state);
        assertThat(after.reason()).isEqualTo(unsent ? Optional.of("40310000") : none());
    }

    @ParameterizedTest
    @EnumSource
    void doubtsOnlyWhatIsBeingSent(OrderState state) {
        var after =
                OrderMachine.doubted(in(state), DenialCode.NO_ANSWER.says("time-out"), NEWS)
                        .after();

        assertThat(after.state())
                .isEqualTo(state == OrderState.INTENT ? OrderState.IN_DOUBT : state);
    }

    @ParameterizedTest
    @EnumSource
    void losesOnlyWhatIsInDoubt(OrderState state) {
        var after = OrderMachine.lost(in(state), NEWS).after();

        assertThat(after.state()).isEqualTo(state == OrderState.IN_DOUBT ? OrderState.LOST : state);
    }

    @ParameterizedTest
    @EnumSource
    void abortsOnlyWhatWasNotSent(OrderState state) {
        var after =
                OrderMachine.aborted(
                                in(state),
                                DenialCode.ABOVE_PLAN_CEILING.says("PRICE_RAN_AWAY"),
                                NEWS)
                        .after();

        assertThat(after.state())
                .isEqualTo(state == OrderState.INTENT ? OrderState.CANCELED : state);
        assertThat(after.filledQuantity()).isBetween(0, QUANTITY);
    }

    private static OrderUpdate part(
            int total, String average, String id, int quantity, String price) {
        var status =
                total == QUANTITY ? BrokerOrderStatus.FILLED : BrokerOrderStatus.PARTIALLY_FILLED;
        var execution = new Execution(id, quantity, Price.of(price));
        return news(status, total, average, Optional.of(execution));
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    @Test
    @DisplayName("A-67: an order that was refused keeps why, whatever is heard of it later")
    void keepsWhyItWasRefused() {
        var denial = DenialCode.BROKER_REFUSED.says("40310000");
        var refused = OrderMachine.refused(intent(), denial, NEWS).after();
        var late = OrderMachine.apply(refused, news(BrokerOrderStatus.WORKING, 0)).after();

        assertThat(late.state()).isEqualTo(OrderState.REJECTED);
        assertThat(late.reason()).contains("40310000");
    }

    @Test
    void tellsAChangeFromNone() {
        var working = OrderMachine.apply(intent(), news(BrokerOrderStatus.WORKING, 0));
        var again = OrderMachine.apply(working.after(), news(BrokerOrderStatus.WORKING, 0));
        var canceled = OrderMachine.apply(again.after(), news(BrokerOrderStatus.CANCELED, 0));
        var late = OrderMachine.apply(canceled.after(), news(BrokerOrderStatus.CANCELED, 0));

        assertThat(working.isNothing()).isFalse();
        assertThat(working.ended()).isFalse();
        assertThat(again.isNothing()).isTrue();
        assertThat(canceled.ended()).isTrue();
        assertThat(late.ended()).isFalse();
    }
}
