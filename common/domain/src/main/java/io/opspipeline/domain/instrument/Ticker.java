package io.opspipeline.domain.instrument;

import java.util.regex.Pattern;

/// The symbol of a stock as the broker writes it, such as `NVDA` or `BRK.B`.
///
/// @param symbol upper-case letters, digits and at most one dot, 1 to 10 characters
public record Ticker(String symbol) implements Comparable<Ticker> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{0,5}(\\.[A-Z]{1,3})?");

    /// Refuses any other form: one malformed symbol fails a whole request at the broker.
    public Ticker {
        if (!FORM.matcher(symbol).matches()) {
            throw new IllegalArgumentException(
                    "ticker must match " + FORM + ", was '" + symbol + "'");
        }
    }

    /// Short form of the constructor.
    public static Ticker of(String symbol) {
        return new Ticker(symbol);
    }

    @Override
    public int compareTo(Ticker other) {
        return symbol.compareTo(other.symbol);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
