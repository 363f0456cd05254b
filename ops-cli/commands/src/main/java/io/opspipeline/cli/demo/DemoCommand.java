package io.opspipeline.cli.demo;

import io.opspipeline.cli.output.Json;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.report.Report;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.MarketOptions;
import io.opspipeline.local.day.BadRequestException;
import io.opspipeline.local.day.DayResult;
import io.opspipeline.local.day.TradingDay;
import io.opspipeline.runtime.setting.SettingsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private MarketOptions options;

    @Option(names = "--json", description = "print the result as one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Style style = json ? Style.plain() : Style.ofTerminal();
        try (TradingDay trading = TradingDay.open(Home.folder(), options.request())) {
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
}
