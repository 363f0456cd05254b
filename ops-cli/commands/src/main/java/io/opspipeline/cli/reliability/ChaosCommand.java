package io.opspipeline.cli.reliability;

import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.reliability.chaos.Chaos;
import io.opspipeline.reliability.chaos.ChaosResult;
import io.opspipeline.reliability.chaos.Stroke;
import io.opspipeline.reliability.chaos.Victim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Kills processes while they trade.
@Command(
        name = "chaos",
        description = {
            "Trades with real processes, of its own, and kills them with SIGKILL meanwhile:",
            "dispatcher, trade-stream and position-manager in turn, and PostgreSQL. Then",
            "compares the books with the broker's, to the contract and to the cent. Fails",
            "when they differ, when they do not agree within 5 s of a start, and when a run",
            "of 15 minutes or more killed a service fewer than 10 times or PostgreSQL fewer",
            "than 5."
        },
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {

    /// A session at the speed of this command is a little longer.
    private static final int MOST_MINUTES = 18;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "15",
            description = "how long; default 15, at most 18")
    private int minutes;

    @Mixin private final Voice voice = new Voice();

    @Override
    public Integer call() throws InterruptedException {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--minutes: must be 1 to %d, was %d".formatted(MOST_MINUTES, minutes));
        }
        ChaosResult result =
                Chaos.run(Home.folder().resolve("chaos"), Duration.ofMinutes(minutes), this::tell);
        voice.answer(result, _ -> lines(result));
        List<String> failings = result.failings();
        failings.forEach(failing -> tell("FAILED: " + failing));
        return failings.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void tell(String line) {
        voice.err().println(line);
        voice.err().flush();
    }

    private static List<String> lines(ChaosResult result) {
        TextTable table = TextTable.of("killed", "times", "ready, longest", "books, longest");
        for (Victim victim : Victim.values()) {
            List<Stroke> strokes =
                    result.strokes().stream().filter(stroke -> stroke.victim() == victim).toList();
            table.row(
                    victim.label(),
                    strokes.size(),
                    longest(strokes, Stroke::ready),
                    longest(strokes, Stroke::reconciled));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add(
                "%d orders, %d fills, %d doubled entries"
                        .formatted(result.orders(), result.fills(), result.doubled().size()));
        lines.add(
                "position difference %d contracts, cash difference %s"
                        .formatted(
                                result.positionDifference(),
                                result.cashDifference().amount().toPlainString()));
        return lines;
    }

    private static String longest(List<Stroke> strokes, Function<Stroke, Duration> part) {
        return strokes.stream()
                .map(part)
                .max(Duration::compareTo)
                .map(length -> "%.1f s".formatted(length.toMillis() / 1000.0))
                .orElse("-");
    }
}
