package io.opspipeline.cli.shell;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.local.day.DayRequest;
import io.opspipeline.local.day.DayRequest.MarketKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which market an exchange of this machine trades, as options of a command.
public final class MarketOptions {

    private static final long FIRST_SEED = 1;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "another seed is another day; default 1")
    private @Nullable Long seed;

    @Option(
            names = "--market",
            paramLabel = "KIND",
            description = "generated (default) or zero-drift, in which nothing can be foreseen")
    private @Nullable GeneratedKind market;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "trade recorded data: LEAN's layout or CSV bars; needs --day")
    private @Nullable Path data;

    @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "which session")
    private @Nullable LocalDate day;

    @Option(
            names = "--symbols",
            split = ",",
            paramLabel = "TICKER",
            description = "only these, separated by commas")
    private List<String> symbols = List.of();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "override a setting, such as dispatcher.cost.swing=0.12")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /// Words of `--market`.
    enum GeneratedKind {
        GENERATED("generated"),
        ZERO_DRIFT("zero-drift");

        private final String word;

        GeneratedKind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /// The request that they make.
    ///
    /// @throws CommandFailure naming a symbol that cannot be one
    public DayRequest request() {
        return new DayRequest(
                kind(),
                Optional.ofNullable(day),
                seed == null ? FIRST_SEED : seed,
                tickers(),
                Map.copyOf(overrides));
    }

    private MarketKind kind() {
        if (data != null) {
            return new MarketKind.Recorded(data);
        }
        return market == GeneratedKind.ZERO_DRIFT
                ? new MarketKind.ZeroDrift()
                : new MarketKind.Generated();
    }

    private NavigableSet<Ticker> tickers() {
        NavigableSet<Ticker> tickers = new TreeSet<>();
        for (String symbol : symbols) {
            try {
                tickers.add(Ticker.of(symbol.strip()));
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(
                        ExitCode.BAD_INPUT,
                        "--symbols: '%s': %s".formatted(symbol, e.getMessage()));
            }
        }
        return tickers;
    }

    /// The names of those that were given, each once.
    public List<String> names() {
        return words().stream().filter(word -> word.startsWith("--")).distinct().toList();
    }

    /// The options again, for another process.
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (seed != null) {
            words.addAll(List.of("--seed", Long.toString(seed)));
        }
        if (market != null) {
            words.addAll(List.of("--market", market.toString()));
        }
        if (data != null) {
            words.addAll(List.of("--data", data.toAbsolutePath().toString()));
        }
        if (day != null) {
            words.addAll(List.of("--day", day.toString()));
        }
        if (!symbols.isEmpty()) {
            words.addAll(List.of("--symbols", String.join(",", symbols)));
        }
        overrides.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        return List.copyOf(words);
    }
}
