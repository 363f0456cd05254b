package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.RefusalReason.INSUFFICIENT_BUYING_POWER;
import static io.opspipeline.exchange.venue.RefusalReason.INSUFFICIENT_QUANTITY;
import static io.opspipeline.exchange.venue.RefusalReason.INTENT_MISMATCH;
import static io.opspipeline.exchange.venue.RefusalReason.UNCOVERED;
import static io.opspipeline.exchange.venue.RefusalReason.WASH_TRADE;

import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import java.util.Optional;

/// Whether an order fits what the account holds, has working, and can pay.
final class HoldingChecks {

    private HoldingChecks() {}

    /// The stated intent is what the order would do.
    static Optional<Refusal> intent(Entry entry) {
        PositionIntent inferred = inferred(entry);
        return entry.submission()
                .intent()
                .filter(stated -> stated != inferred)
                .map(stated ->
                        INTENT_MISMATCH.says(
                                "position intent mismatch, inferred: %s, specified: %s"
                                        .formatted(inferred.word(), stated.word())));
    }

    /// A sell is covered by what is held and not already offered.
    static Optional<Refusal> quantity(Entry entry) {
        if (entry.isBuy()) {
            return Optional.empty();
        }
        int held = entry.book().held(entry.instrument());
        int offered = entry.book().offered(entry.instrument());
        if (held == 0 && entry.isOption()) {
            return Optional.of(
                    UNCOVERED.says("account not eligible to trade uncovered option contracts"));
        }
        return entry.quantity() <= held - offered
                ? Optional.empty()
                : Optional.of(insufficient(entry, held, offered));
    }

    /// The order could not trade with the account's own order on the other side.
    static Optional<Refusal> wash(Entry entry) {
        Side other = entry.isBuy() ? Side.SELL : Side.BUY;
        return entry.book()
                .orders()
                .open(other, entry.instrument())
                .filter(order -> couldTrade(entry, order.terms()))
                .findFirst()
                .map(order -> wash(order.terms()));
    }

    /// A buy at its worst price, with fees, is paid by the cash that is not reserved.
    static Optional<Refusal> funds(Entry entry) {
        if (!entry.isBuy()) {
            return Optional.empty();
        }
        Money available = entry.book().buyingPower();
        return entry.worst()
                .map(worst -> entry.book().cost(entry.instrument(), entry.quantity(), worst))
                .filter(cost -> cost.exceeds(available))
                .map(cost -> unaffordable(entry, cost, available));
    }

    private static PositionIntent inferred(Entry entry) {
        if (entry.isBuy()) {
            return PositionIntent.BUY_TO_OPEN;
        }
        return entry.book().held(entry.instrument()) > 0
                ? PositionIntent.SELL_TO_CLOSE
                : PositionIntent.SELL_TO_OPEN;
    }

    private static Refusal insufficient(Entry entry, int held, int offered) {
        int available = held - offered;
        return INSUFFICIENT_QUANTITY
                .says(
                        "insufficient qty available for order (requested: %d, available: %d)"
                                .formatted(entry.quantity(), available))
                .with("available", available)
                .with("existing_qty", held)
                .with("held_for_orders", offered)
                .with("symbol", entry.instrument().symbol());
    }

    private static boolean couldTrade(Entry entry, OrderTerms other) {
        Optional<Price> mine = entry.limit();
        if (mine.isEmpty() || other.limit().isEmpty()) {
            return true;
        }
        Price buy = entry.isBuy() ? mine.get() : other.limit().get();
        Price sell = entry.isBuy() ? other.limit().get() : mine.get();
        return !buy.isBelow(sell);
    }

    private static Refusal wash(OrderTerms other) {
        String kind = other.type() == OrderType.LIMIT ? "limit" : "market/stop";
        return WASH_TRADE
                .says("potential wash trade detected. use complex orders")
                .with("existing_order_id", other.id())
                .with("reject_reason", "opposite side %s order exists".formatted(kind));
    }

    private static Refusal unaffordable(Entry entry, Money cost, Money available) {
        String kind = entry.isOption() ? "options buying power" : "buying power";
        return INSUFFICIENT_BUYING_POWER
                .says("insufficient " + kind)
                .with(kind.replace(' ', '_'), available)
                .with("cost_basis", cost);
    }
}
