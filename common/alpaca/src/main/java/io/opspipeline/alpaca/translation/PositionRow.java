package io.opspipeline.alpaca.translation;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WirePosition;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/// Positions of the broker.
public final class PositionRow {

    private static final Set<String> OURS = Set.of("us_option", "us_equity");

    private PositionRow() {}

    /// True when it could be ours: an option or a stock, of which at least one is held. Crypto and
    /// less than a whole share can only be somebody else's.
    public static boolean mayBeOurs(WirePosition row) {
        return row.assetClass().map(OURS::contains).orElse(true)
                && row.quantity().map(PositionRow::holdsWholeOnes).orElse(true)
                && row.symbol().map(PositionRow::isTradable).orElse(true);
    }

    /// A position; a short one has a negative quantity. What is held beyond whole shares stands
    /// apart from those that may be ours.
    public static Translation<BrokerPosition> translate(WirePosition row) {
        return Translation.of(() -> {
            BigDecimal held = need(row.quantity(), "qty");
            int quantity = signed(whole(held), row.side());
            return new BrokerPosition(
                    Instrument.ofSymbol(need(row.symbol(), "symbol")),
                    quantity,
                    row.available().map(BigDecimal::intValue).orElse(quantity),
                    new Price(need(row.averageEntryPrice(), "avg_entry_price")),
                    lastClose(row),
                    fraction(held));
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

    private static boolean holdsWholeOnes(BigDecimal quantity) {
        return whole(quantity).signum() != 0 || quantity.signum() == 0;
    }

    private static BigDecimal whole(BigDecimal quantity) {
        return quantity.setScale(0, RoundingMode.DOWN);
    }

    private static BigDecimal fraction(BigDecimal quantity) {
        return quantity.subtract(whole(quantity)).abs().stripTrailingZeros();
    }

    private static boolean isTradable(String symbol) {
        return Translation.of(() -> Instrument.ofSymbol(symbol)) instanceof Translation.Read<?>;
    }
}
