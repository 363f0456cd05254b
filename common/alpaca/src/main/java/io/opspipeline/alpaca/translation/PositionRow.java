package io.opspipeline.alpaca.translation;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WirePosition;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/// Positions of the broker.
public final class PositionRow {

    private static final Set<String> OURS = Set.of("us_option", "us_equity");

    private PositionRow() {}

    /// True when it could be ours: an option or a stock, in whole units. Crypto and fractions of
    /// shares can only be somebody else's.
    public static boolean mayBeOurs(WirePosition row) {
        return row.assetClass().map(OURS::contains).orElse(true)
                && row.quantity().map(PositionRow::isWhole).orElse(true)
                && row.symbol().map(PositionRow::isTradable).orElse(true);
    }

    /// A position; a short one has a negative quantity.
    public static Translation<BrokerPosition> translate(WirePosition row) {
        return Translation.of(() -> {
            int quantity = signed(need(row.quantity(), "qty"), row.side());
            return new BrokerPosition(
                    Instrument.ofSymbol(need(row.symbol(), "symbol")),
                    quantity,
                    row.available().map(BigDecimal::intValue).orElse(quantity),
                    new Price(need(row.averageEntryPrice(), "avg_entry_price")),
                    lastClose(row));
        });
    }

    /// The last close is shown for what was bought today, too: then all of the gain is of today.
    private static Optional<Price> lastClose(WirePosition row) {
        boolean isOfToday =
                row.gain()
                        .flatMap(gain -> row.gainToday().map(gain::compareTo))
                        .filter(order -> order == 0)
                        .isPresent();
        return row.lastDayPrice().filter(price -> price.signum() > 0 && !isOfToday).map(Price::new);
    }

    private static int signed(BigDecimal quantity, Optional<String> side) {
        boolean isShort = side.filter("short"::equals).isPresent();
        return (isShort ? quantity.abs().negate() : quantity).intValueExact();
    }

    private static boolean isWhole(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isTradable(String symbol) {
        return Translation.of(() -> Instrument.ofSymbol(symbol)) instanceof Translation.Read<?>;
    }
}
