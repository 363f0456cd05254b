package io.opspipeline.domain.instrument;

import io.opspipeline.domain.money.ContractMultiplier;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;

/// Something an order or a position is in. A position in an option can only be priced and closed by
/// its own symbol: there is no way from it to an order in the underlying.
public sealed interface Instrument {

    /// Shares of a stock.
    ///
    /// @param ticker the stock
    record Stock(Ticker ticker) implements Instrument {
        @Override
        public String symbol() {
            return ticker.symbol();
        }

        @Override
        public int multiplier() {
            return 1;
        }

        @Override
        public InstrumentType type() {
            return InstrumentType.STOCK;
        }
    }

    /// A standard option contract.
    ///
    /// @param contract its OCC symbol
    record Option(OccSymbol contract) implements Instrument {
        @Override
        public Ticker ticker() {
            return contract.underlying();
        }

        @Override
        public String symbol() {
            return contract.toString();
        }

        @Override
        public int multiplier() {
            return ContractMultiplier.STANDARD;
        }

        @Override
        public InstrumentType type() {
            return contract.right() == Right.CALL ? InstrumentType.CALL : InstrumentType.PUT;
        }
    }

    /// The stock itself, or the underlying of the option.
    Ticker ticker();

    /// The symbol that orders and positions carry at the broker.
    String symbol();

    /// Shares per unit of quantity: 1 for a stock, 100 for a contract.
    int multiplier();

    /// Call, put or stock.
    InstrumentType type();

    /// What a quantity of this instrument is worth at a price per share.
    default Money value(Price price, int quantity) {
        return new Money(price.perShare()).times((long) quantity * multiplier());
    }

    /// The instrument behind a broker's symbol: an option when it has the OCC form, else a stock.
    static Instrument ofSymbol(String symbol) {
        return OccSymbol.tryParse(symbol)
                .<Instrument>map(Option::new)
                .orElseGet(() -> new Stock(new Ticker(symbol)));
    }
}
