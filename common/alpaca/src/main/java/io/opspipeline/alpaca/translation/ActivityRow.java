package io.opspipeline.alpaca.translation;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireActivity;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.activity.BrokerActivity.CorporateAction.Kind;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rows of the history. On the wire the set of types is open: what is unknown, or cannot be read as
/// what it says it is, is kept as another line.
public final class ActivityRow {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityRow.class);

    private ActivityRow() {}

    /// A row in our words.
    public static BrokerActivity translate(WireActivity row) {
        return switch (Translation.of(() -> known(row))) {
            case Translation.Read<BrokerActivity>(var activity) -> activity;
            case Translation.Unreadable<BrokerActivity>(String reason) -> {
                LOG.warn("activity kept as it is: {}: {}", reason, row.raw());
                yield other(row);
            }
        };
    }

    private static BrokerActivity known(WireActivity row) {
        return switch (row.type().orElse("")) {
            case "FILL" -> filled(row);
            case "OPEXP" -> new BrokerActivity.Expired(line(row), contract(row), change(row));
            case "OPEXC" -> new BrokerActivity.Exercised(line(row), contract(row), change(row));
            case "OPASN" -> new BrokerActivity.Assigned(line(row), contract(row), change(row));
            case "OPCSH" ->
                    new BrokerActivity.CashSettled(
                            line(row), contract(row), change(row), cash(row));
            case "OPTRD" ->
                    new BrokerActivity.SharesTraded(
                            line(row),
                            new Ticker(need(row.symbol(), "symbol")),
                            change(row),
                            new Price(need(row.price(), "price")),
                            cash(row));
            case "SPLIT" -> corporate(row, Kind.SPLIT);
            case "SPIN" -> corporate(row, Kind.SPIN_OFF);
            case "MA" -> corporate(row, Kind.MERGER);
            case "NC" -> corporate(row, Kind.NAME_CHANGE);
            case "REORG" -> corporate(row, Kind.REORGANISATION);
            case "OPCA" -> corporate(row, Kind.CONTRACT_ADJUSTMENT);
            default -> other(row);
        };
    }

    private static BrokerActivity corporate(WireActivity row, Kind kind) {
        return new BrokerActivity.CorporateAction(
                line(row), kind, need(row.symbol(), "symbol"), row.quantity());
    }

    private static BrokerActivity filled(WireActivity row) {
        return new BrokerActivity.Filled(
                line(row),
                new BrokerOrderId(need(row.orderId(), "order_id")),
                Instrument.ofSymbol(need(row.symbol(), "symbol")),
                side(need(row.side(), "side")),
                change(row),
                new Price(need(row.price(), "price")),
                need(row.cumulative(), "cum_qty").intValueExact(),
                need(row.leaves(), "leaves_qty").intValueExact());
    }

    private static BrokerActivity other(WireActivity row) {
        return new BrokerActivity.Other(
                line(row),
                row.type().orElse(""),
                row.symbol(),
                row.quantity(),
                row.netAmount().map(Money::new));
    }

    private static BrokerActivity.Line line(WireActivity row) {
        return new BrokerActivity.Line(row.id(), row.date(), row.transactionTime(), row.group());
    }

    private static OccSymbol contract(WireActivity row) {
        return OccSymbol.parse(need(row.symbol(), "symbol"));
    }

    private static int change(WireActivity row) {
        BigDecimal quantity = need(row.quantity(), "qty");
        return quantity.intValueExact();
    }

    private static Money cash(WireActivity row) {
        return new Money(need(row.netAmount(), "net_amount"));
    }

    private static Side side(String word) {
        return switch (word) {
            case "buy" -> Side.BUY;
            case "sell", "sell_short" -> Side.SELL;
            default -> throw new IllegalArgumentException("has an unknown side: " + word);
        };
    }
}
