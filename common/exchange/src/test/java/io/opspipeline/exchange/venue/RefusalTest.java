package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.BoardMarket.CALL;
import static io.opspipeline.exchange.venue.BoardMarket.CALL_TODAY;
import static io.opspipeline.exchange.venue.BoardMarket.PUT;
import static io.opspipeline.exchange.venue.BoardMarket.STOCK;
import static io.opspipeline.exchange.venue.Trader.limit;
import static io.opspipeline.exchange.venue.Trader.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final long LATE = (6 * 60 + 5) * 60;

    private final BoardMarket market =
            new BoardMarket()
                    .quote(CALL, 0, "2.00", "2.10")
                    .quote(PUT, 0, "2.00", "2.10")
                    .quote(CALL_TODAY, 0, "2.00", "2.10")
                    .quote(STOCK, 0, "100.00", "100.02");
    private final Trader trader = Trader.on(market);

    @Test
    void buyBeyondTheBuyingPower() {
        assertThat(refused(limit("a", Side.BUY, CALL, "50", "2.00")))
                .isEqualTo(
                        RefusalReason.INSUFFICIENT_BUYING_POWER
                                .says("insufficient options buying power")
                                .with("options_buying_power", "10000.00")
                                .with("cost_basis", "10002.3975"));
        assertThat(refused(limit("a", Side.BUY, STOCK, "101", "100.00")).message())
                .isEqualTo("insufficient buying power");
    }

    @Test
    void reservedMoneyCannotBeSpentTwice() {
        trader.buys("a", CALL, 30, "1.90");
        assertThat(reason(limit("b", Side.BUY, PUT, "30", "1.90")))
                .isEqualTo(RefusalReason.INSUFFICIENT_BUYING_POWER);
    }

    @Test
    @DisplayName("a client order id works once, whatever became of its order")
    void clientOrderIdUsedBefore() {
        trader.buys("a", CALL, 1, "1.00").cancels("a");
        assertThat(refused(limit("a", Side.BUY, CALL, "1", "1.00")))
                .isEqualTo(
                        RefusalReason.DUPLICATE_CLIENT_ORDER_ID.says(
                                "client_order_id must be unique"));
        assertThat(RefusalReason.DUPLICATE_CLIENT_ORDER_ID.httpStatus()).isEqualTo(422);
        assertThat(RefusalReason.DUPLICATE_CLIENT_ORDER_ID.code()).isEqualTo(40010001);
    }

    @Test
    void aRefusedOrderLeavesItsIdFree() {
        assertThat(reason(limit("a", Side.BUY, CALL, "900", "2.00")))
                .isEqualTo(RefusalReason.INSUFFICIENT_BUYING_POWER);
        assertThat(trader.buys("a", CALL, 1, "2.10").told())
                .containsExactly("new a", "fill a 1@2.10=1");
    }

    @Test
    void clientOrderIdTooLong() {
        assertThat(reason(limit("x".repeat(129), Side.BUY, CALL, "1", "2.00")))
                .isEqualTo(RefusalReason.INVALID_CLIENT_ORDER_ID);
    }

    @Test
    void symbolsThatAreNotListed() {
        assertThat(refused(limit("a", Side.BUY, "ACME250620C00300000", "1", "2.00")).message())
                .isEqualTo("contract \"ACME250620C00300000\" not found");
        assertThat(refused(limit("a", Side.BUY, "NOPE", "1", "2.00")).message())
                .isEqualTo("asset \"NOPE\" not found");
        assertThat(reason(limit("a", Side.BUY, "not a symbol", "1", "2.00")))
                .isEqualTo(RefusalReason.UNKNOWN_SYMBOL);
    }

    @Test
    void quantitiesThatAreNotWhole() {
        assertThat(refused(limit("a", Side.BUY, CALL, "1.5", "2.00")).message())
                .isEqualTo("qty must be integer for options trading");
        assertThat(reason(limit("a", Side.BUY, STOCK, "0.5", "2.00")))
                .isEqualTo(RefusalReason.INVALID_QUANTITY);
        assertThat(reason(limit("a", Side.BUY, CALL, "0", "2.00")))
                .isEqualTo(RefusalReason.INVALID_QUANTITY);
        assertThat(reason(limit("a", Side.BUY, CALL, "1e30", "2.00")))
                .isEqualTo(RefusalReason.INVALID_QUANTITY);
    }

    @Test
    void pricesThatCannotBe() {
        assertThat(refused(limit("a", Side.BUY, CALL, "1", "2.001")).message())
                .isEqualTo("limit price must be limited to 2 decimal places");
        assertThat(reason(limit("a", Side.BUY, CALL, "1", "-1")))
                .isEqualTo(RefusalReason.INVALID_PRICE);
        assertThat(reason(withoutLimit())).isEqualTo(RefusalReason.INVALID_PRICE);
    }

    @Test
    @DisplayName("A-78: a price off the increment is taken by the broker and rejected by the venue")
    void priceOffTheIncrement() {
        assertThat(trader.send(limit("a", Side.BUY, PUT, "1", "2.01")))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Accepted.class,
                        accepted ->
                                assertThat(accepted.order().status())
                                        .isEqualTo(OrderStatus.ACCEPTED));
        assertThat(trader.told()).containsExactly("rejected a");
        assertThat(trader.order("a").reason())
                .contains("limit price 2.01 is not a multiple of 0.05");
        assertThat(trader.buys("b", CALL, 1, "2.01").order("b").status())
                .isEqualTo(OrderStatus.NEW);
        assertThat(trader.buys("c", CALL, 1, "3.01").order("c").status())
                .isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    @DisplayName("A-80: a stated intent must be what the order does")
    void intentThatIsNotWhatHappens() {
        assertThat(refused(intending(Side.SELL, PositionIntent.SELL_TO_CLOSE)).message())
                .isEqualTo(
                        "position intent mismatch, inferred: sell_to_open, specified: sell_to_close");
        assertThat(reason(intending(Side.BUY, PositionIntent.BUY_TO_CLOSE)))
                .isEqualTo(RefusalReason.INTENT_MISMATCH);
    }

    @Test
    @DisplayName("A-96: nothing is sold short")
    void sellOfWhatIsNotHeld() {
        assertThat(reason(limit("a", Side.SELL, CALL, "1", "2.00")))
                .isEqualTo(RefusalReason.UNCOVERED);
        assertThat(reason(limit("a", Side.SELL, STOCK, "1", "100.00")))
                .isEqualTo(RefusalReason.INSUFFICIENT_QUANTITY);
    }

    @Test
    void sellOfWhatIsAlreadyOffered() {
        trader.buys("a", CALL, 3, "2.10").sells("b", CALL, 2, "2.90");
        assertThat(refused(limit("c", Side.SELL, CALL, "2", "2.90")))
                .isEqualTo(
                        RefusalReason.INSUFFICIENT_QUANTITY
                                .says(
                                        "insufficient qty available for order (requested: 2,"
                                                + " available: 1)")
                                .with("available", 1)
                                .with("existing_qty", 3)
                                .with("held_for_orders", 2)
                                .with("symbol", CALL));
    }

    @Test
    void orderThatCouldTradeWithTheAccountsOwn() {
        trader.buys("a", CALL, 3, "2.10").sells("b", CALL, 2, "2.50");
        assertThat(reason(limit("c", Side.BUY, CALL, "1", "2.50")))
                .isEqualTo(RefusalReason.WASH_TRADE);
        assertThat(reason(market("c", Side.BUY, CALL, "1"))).isEqualTo(RefusalReason.WASH_TRADE);
        assertThat(trader.buys("d", CALL, 1, "2.49").order("d").filledQuantity()).isEqualTo(1);
    }

    @Test
    void optionsLevelTooLow() {
        assertThat(trader.venue().submit(Trader.OTHER, limit("a", Side.BUY, CALL, "1", "2.00")))
                .isEqualTo(
                        new SubmitAnswer.Refused(
                                RefusalReason.LEVEL_TOO_LOW.says(
                                        "account not eligible for level2 options trading")));
    }

    @Test
    void openingOfAContractThatExpiresSoon() {
        trader.buys("a", CALL_TODAY, 1, "2.10").at(LATE);
        assertThat(reason(limit("b", Side.BUY, CALL_TODAY, "1", "2.10")))
                .isEqualTo(RefusalReason.EXPIRES_SOON);
        assertThat(trader.sells("c", CALL_TODAY, 1, "2.00").told()).endsWith("fill c 1@2.00=0");
    }

    @Test
    @DisplayName("A-83: market orders are for market hours")
    void marketOrderWhileClosed() {
        trader.buys("a", CALL, 1, "2.10").atClose();
        assertThat(refused(market("b", Side.SELL, CALL, "1")).message())
                .isEqualTo("options market orders are only allowed during market hours");
        assertThat(reason(limit("b", Side.BUY, CALL_TODAY, "1", "2.10")))
                .isEqualTo(RefusalReason.CONTRACT_EXPIRED);
    }

    private Refusal refused(OrderSubmission submission) {
        return switch (trader.send(submission)) {
            case SubmitAnswer.Refused(var refusal) -> refusal;
            case SubmitAnswer.Accepted(var order) -> throw new AssertionError("taken: " + order);
        };
    }

    private RefusalReason reason(OrderSubmission submission) {
        return refused(submission).reason();
    }

    private static OrderSubmission intending(Side side, PositionIntent intent) {
        OrderSubmission order = limit("a", side, CALL, "1", "2.00");
        return new OrderSubmission(
                order.clientOrderId(),
                order.symbol(),
                order.side(),
                order.quantity(),
                order.type(),
                order.limitPrice(),
                Optional.of(intent));
    }

    private static OrderSubmission withoutLimit() {
        return new OrderSubmission(
                Optional.of("a"),
                CALL,
                Side.BUY,
                BigDecimal.ONE,
                OrderType.LIMIT,
                Optional.empty(),
                Optional.empty());
    }
}
