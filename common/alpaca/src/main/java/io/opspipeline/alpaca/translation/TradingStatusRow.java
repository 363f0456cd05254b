package io.opspipeline.alpaca.translation;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireTradingStatus;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.TradingHalt;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trading statuses. Each tape has codes of its own; most of them, such as a short-sale restriction
/// or new price bands (F), neither halt trading nor let it go on.
public final class TradingStatusRow {

    private static final String NASDAQ = "C";
    private static final Set<String> NASDAQ_HALTS = Set.of("H", "P");
    private static final Set<String> NASDAQ_ENDS = Set.of("T");
    private static final Set<String> OTHER_HALTS = Set.of("2");
    private static final Set<String> OTHER_ENDS = Set.of("3");

    private TradingStatusRow() {}

    /// The halt, or the end of one, that a status tells; empty for any other status.
    public static Translation<Optional<TradingHalt>> translate(WireTradingStatus row) {
        return Translation.of(() -> halt(row));
    }

    private static Optional<TradingHalt> halt(WireTradingStatus row) {
        String code = need(row.code(), "status code");
        boolean isNasdaq = need(row.tape(), "tape").equals(NASDAQ);
        boolean isOn = (isNasdaq ? NASDAQ_HALTS : OTHER_HALTS).contains(code);
        boolean isEnd = (isNasdaq ? NASDAQ_ENDS : OTHER_ENDS).contains(code);
        return isOn || isEnd
                ? Optional.of(
                        new TradingHalt(
                                Ticker.of(need(row.symbol(), "symbol")),
                                isOn,
                                words(code, row),
                                need(row.at(), "time")))
                : Optional.empty();
    }

    private static String words(String code, WireTradingStatus row) {
        String said =
                Stream.of(row.status(), row.reason())
                        .flatMap(Optional::stream)
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining(", "));
        return said.isEmpty() ? "status " + code : said;
    }
}
