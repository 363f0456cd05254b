package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.RefusalReason.INSUFFICIENT_BUYING_POWER;
import static io.opspipeline.exchange.venue.RefusalReason.INSUFFICIENT_QUANTITY;
import static io.opspipeline.exchange.venue.RefusalReason.INTENT_MISMATCH;
import static io.opspipeline.exchange.venue.RefusalReason.UNCOVERED;
import static io.opspipeline.exchange.venue.RefusalReason.WASH_TRADE;

import io.opspipeline.domain.instrument.Instrument;
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

    /// A sell is covered by what is held and not already offered; a short is not bought back twice.
    static Optional<Refusal> quantity(Entry entry) {
        int held = entry.book().held(entry.instrument());
        return switch (inferred(entry)) {
            case BUY_TO_OPEN -> Optional.empty();
            case BUY_TO_CLOSE -> closing(entry, -held, entry.book().bid(entry.instrument()));
            case SELL_TO_CLOSE -> closing(entry, held, entry.book().offered(entry.instrument()));
            case SELL_TO_OPEN ->
                    Optional.of(entry.isOption() ? uncovered() : insufficient(entry, held, 0));
        };
    }

    /// A sell leaves no short without its long.
    static Optional<Refusal> cover(Entry entry) {
        return resting(entry)
                .filter(sell -> !entry.book().margin(Optional.of(sell)).isCovered())
                .map(_ -> uncovered());
    }

    /// The order could not trade with the account's own order on the other side.
    static Optional<Refusal> wash(Entry entry) {
        Side other = entry.isBuy() ? Side.SELL : Side.BUY;
        return entry.book()
                .orders()
                .open(other, entry.instrument())
                .filter(order -> couldTrade(entry, order.terms()))
                .findFirst()
                .map(order -> wash(order.terms()))
                .or(() -> washWithSpread(entry.book(), other, entry.instrument()));
    }

    /// A spread of the account is on the other side; at what price its leg would trade is open.
    static Optional<Refusal> washWithSpread(AccountBook book, Side other, Instrument instrument) {
        return book.orders()
                .spreads()
                .filter(spread -> spread.remaining(other, instrument) > 0)
                .findFirst()
                .map(spread -> wash(spread.id(), "limit"));
    }

    /// A buy at its worst price, with fees, is paid by the cash that is not reserved; a sell leaves
    /// enough for the shorts that remain.
    static Optional<Refusal> funds(Entry entry) {
        if (!entry.isBuy()) {
            return resting(entry).flatMap(sell -> funds(entry.book(), sell, Money.ZERO));
        }
        Money available = entry.book().buyingPower();
        return entry.worst()
                .map(worst -> entry.book().cost(entry.instrument(), entry.quantity(), worst))
                .filter(cost -> cost.exceeds(available))
                .map(cost -> unaffordable(power(entry), cost, available));
    }

    /// What an order would do to the position.
    static PositionIntent inferred(Entry entry) {
        int held = entry.book().held(entry.instrument());
        if (entry.isBuy()) {
            return held < 0 ? PositionIntent.BUY_TO_CLOSE : PositionIntent.BUY_TO_OPEN;
        }
        return held > 0 ? PositionIntent.SELL_TO_CLOSE : PositionIntent.SELL_TO_OPEN;
    }

    /// What an order needs of buying power, beyond what is there.
    ///
    /// @param change what it would do to the margin
    /// @param cash what it would take at worst, zero or more
    static Optional<Refusal> funds(AccountBook book, Resting change, Money cash) {
        Money available = book.buyingPower();
        Money more =
                book.margin(Optional.of(change))
                        .collateral()
                        .minus(book.margin(Optional.empty()).collateral())
                        .plus(cash);
        return more.isPositive() && more.exceeds(available)
                ? Optional.of(unaffordable("options buying power", more, available))
                : Optional.empty();
    }

    static Refusal uncovered() {
        return UNCOVERED.says("account not eligible to trade uncovered option contracts");
    }

    private static Optional<Resting> resting(Entry entry) {
        return !entry.isBuy() && entry.instrument() instanceof Instrument.Option(var contract)
                ? Optional.of(Resting.sell(contract, entry.quantity()))
                : Optional.empty();
    }

    private static Optional<Refusal> closing(Entry entry, int held, int promised) {
        return entry.quantity() <= held - promised
                ? Optional.empty()
                : Optional.of(insufficient(entry, held, promised));
    }

    private static Refusal insufficient(Entry entry, int held, int promised) {
        int available = held - promised;
        return INSUFFICIENT_QUANTITY
                .says(
                        "insufficient qty available for order (requested: %d, available: %d)"
                                .formatted(entry.quantity(), available))
                .with("available", available)
                .with("existing_qty", held)
                .with("held_for_orders", promised)
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

    static Refusal wash(OrderTerms other) {
        return wash(other.id(), other.type() == OrderType.LIMIT ? "limit" : "market/stop");
    }

    private static Refusal wash(String orderId, String kind) {
        return WASH_TRADE
                .says("potential wash trade detected. use complex orders")
                .with("existing_order_id", orderId)
                .with("reject_reason", "opposite side %s order exists".formatted(kind));
    }

    private static String power(Entry entry) {
        return entry.isOption() ? "options buying power" : "buying power";
    }

    private static Refusal unaffordable(String kind, Money cost, Money available) {
        return INSUFFICIENT_BUYING_POWER
                .says("insufficient " + kind)
                .with(kind.replace(' ', '_'), available)
                .with("cost_basis", cost);
    }
}
