package io.opspipeline.exchange.wire.listing;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.wire.http.Parameters;
import java.util.List;

/// Reads the symbols of a request. One malformed symbol refuses the whole request, as at Alpaca.
public final class Symbols {

    private static final String SYMBOLS = "symbols";
    private static final int MOST_CONTRACTS = 100;

    private Symbols() {}

    /// The tickers asked for, sorted; they need not be known.
    public static List<Ticker> tickers(Parameters parameters) {
        parameters.needed(SYMBOLS);
        return parameters.list(SYMBOLS).stream().map(text -> ticker(parameters, text)).toList();
    }

    /// A ticker.
    public static Ticker ticker(Parameters parameters, String text) {
        try {
            return new Ticker(text);
        } catch (IllegalArgumentException _) {
            throw parameters.invalid("symbol", text);
        }
    }

    /// The contracts asked for, at most 100, sorted; they need not be known.
    public static List<OccSymbol> contracts(Parameters parameters) {
        String all = parameters.needed(SYMBOLS);
        List<OccSymbol> contracts =
                parameters.list(SYMBOLS).stream()
                        .map(text ->
                                OccSymbol.tryParse(text)
                                        .orElseThrow(() -> parameters.invalid("symbol", text)))
                        .toList();
        if (contracts.size() > MOST_CONTRACTS) {
            throw parameters.invalid(SYMBOLS, "more than 100: " + all);
        }
        return contracts;
    }
}
