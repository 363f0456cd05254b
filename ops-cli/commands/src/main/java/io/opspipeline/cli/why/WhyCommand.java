package io.opspipeline.cli.why;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.ReadSession;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.domain.instrument.Ticker;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Tells what became of every signal of a ticker.
@Command(
        name = "why",
        description = {
            "Tells what became of every signal of a ticker: gates with what was observed and the",
            "limit, candidate contracts with scores, orders, fills and the exit."
        },
        mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Parameters(paramLabel = "TICKER", description = "such as NVDA")
    private String ticker = "";

    @Override
    public Integer call() {
        String symbol = symbol();
        try (ReadSession session = ReadSession.ofCurrent("why")) {
            Story story = new StoryReader(session.jdbc()).read(symbol);
            voice.answer(story, style -> new StoryText(style).lines(story));
            return ExitCode.DONE;
        }
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
