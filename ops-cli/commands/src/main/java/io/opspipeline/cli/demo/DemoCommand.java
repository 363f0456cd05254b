package io.opspipeline.cli.demo;

import io.opspipeline.cli.output.Json;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.report.Report;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.local.day.BadRequestException;
import io.opspipeline.local.day.DayRequest;
import io.opspipeline.local.day.DayRequest.MarketKind;
import io.opspipeline.local.day.DayResult;
import io.opspipeline.local.day.TradingDay;
import io.opspipeline.runtime.setting.SettingsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Trades one market day on this machine.
@Command(
        name = "demo",
        description = {
            "Trades one market day on this machine: real services, a real PostgreSQL, and a",
            "simulated exchange. No account, no key, no network."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "another seed is another day; default 1")
    private long seed = 1;

    @Option(
            names = "--market",
            paramLabel = "KIND",
            description = "generated (default) or zero-drift, in which nothing can be foreseen")
    private GeneratedKind market = GeneratedKind.GENERATED;

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

    @Option(names = "--json", description = "print the result as one JSON object")
    private boolean json;

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

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Style style = json ? Style.plain() : Style.ofTerminal();
        try (TradingDay trading = TradingDay.open(Home.folder(), request())) {
            DayResult result = traded(trading, style);
            Path report = Report.write(trading.source(), result, trading.market(), Home.folder());
            if (json) {
                out.println(Json.of(result));
            } else {
                new DemoSummary(style).lines(result, trading, report).forEach(out::println);
            }
            return result.invariants().broken().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        } catch (BadRequestException | SettingsException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
        }
    }

    private DayResult traded(TradingDay trading, Style style) {
        try (DemoScreen screen = DemoScreen.open(trading, style, json)) {
            screen.started(trading);
            return trading.trade(screen);
        }
    }

    private DayRequest request() {
        return new DayRequest(
                kind(), Optional.ofNullable(day), seed, tickers(), Map.copyOf(overrides));
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
}
