package io.opspipeline.cli.why;

import io.opspipeline.cli.output.Json;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.domain.instrument.Ticker;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells what became of every signal of a ticker.
@Command(
        name = "why",
        description = {
            "Tells what became of every signal of a ticker: gates with what was observed and the",
            "limit, candidate contracts with scores, orders, fills and the exit."
        },
        mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "TICKER", description = "such as NVDA")
    private String ticker = "";

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        String symbol = symbol();
        Story story = new StoryReader(Home.currentDatabase().sessions("ops-cli why")).read(symbol);
        if (json) {
            spec.commandLine().getOut().println(Json.of(story));
        } else {
            new StoryText(Style.ofTerminal())
                    .lines(story)
                    .forEach(spec.commandLine().getOut()::println);
        }
        return ExitCode.DONE;
    }

    private String symbol() {
        try {
            return Ticker.of(ticker.toUpperCase(Locale.ROOT)).symbol();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "TICKER: '%s': %s".formatted(ticker, e.getMessage()));
        }
    }
}
