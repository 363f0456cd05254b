package io.opspipeline.cli.why;

import io.opspipeline.cli.market.MarketMoment;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.ReadSession;
import io.opspipeline.cli.shell.Since;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what became of every signal of a ticker.
@Command(
        name = "why",
        description = {
            "Tells what became of the signals of a ticker in its newest session, or since a time: gates",
            "with what was observed and the limit, candidate contracts with scores, orders, fills and the",
            "exit."
        },
        mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Parameters(paramLabel = "TICKER", description = "such as NVDA")
    private String ticker = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.Converter.class,
            description =
                    "from then on, in market time: 2025-06-12, 2d, 1h or 10:30; default: the newest"
                            + " session")
    private @Nullable Since since;

    @Override
    public Integer call() {
        String symbol = symbol();
        try (ReadSession session = ReadSession.ofCurrent("why")) {
            Story story = new StoryReader(session.jdbc()).read(symbol, start(session.jdbc()));
            voice.answer(story, style -> new StoryText(style, story).lines());
            return ExitCode.DONE;
        }
    }

    private Optional<Instant> start(JdbcClient jdbc) {
        return Optional.ofNullable(since)
                .map(given ->
                        given.from(
                                MarketMoment.read(jdbc, Home.time(voice))
                                        .at()
                                        .orElse(Instant.EPOCH)));
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
