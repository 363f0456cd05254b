package io.opspipeline.cli.reliability;

import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.reliability.submit.SubmitTally;
import io.opspipeline.reliability.submit.Submits;
import io.opspipeline.reliability.world.ScratchDatabases;
import io.opspipeline.runtime.time.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Submits without a readable answer.
@Command(
        name = "submits",
        description = {
            "Sends orders of which nobody can tell whether the broker has them: time-outs, 5xx,",
            "unreadable bodies, orders that arrive late, processes killed around the request.",
            "Counts orders that were doubled, that nobody knows, and entries that never ended;",
            "all must be 0. The same seed does the same again."
        },
        mixinStandardHelpOptions = true)
public final class SubmitsCommand implements Callable<Integer> {

    private static final int STEPS = 20;

    /// Where orders are written down.
    private enum Store {
        MEMORY,
        POSTGRESQL
    }

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "how many submits; default 1000000")
    private long count;

    @Option(
            names = "--store",
            paramLabel = "KIND",
            defaultValue = "memory",
            description = "memory (default) or postgresql, which takes many times as long")
    private Store store = Store.MEMORY;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "another seed draws others; default 1")
    private long seed;

    @Mixin private final Voice voice = new Voice();

    private long done;

    @Override
    public Integer call() {
        if (count < 1) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--count: must be at least 1, was " + count);
        }
        Stopwatch watch = Stopwatch.started();
        SubmitTally tally = run(watch);
        voice.answer(tally, _ -> lines(tally, watch.elapsed()));
        return tally.isClean() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private SubmitTally run(Stopwatch watch) {
        return switch (store) {
            case MEMORY -> Submits.inMemory(count, seed, world -> tell(world, watch));
            case POSTGRESQL -> {
                try (ScratchDatabases databases = ScratchDatabases.in(Home.folder())) {
                    yield Submits.onPostgresql(count, seed, world -> tell(world, watch), databases);
                }
            }
        };
    }

    /// Every twentieth part is told, and at once what should not be.
    private void tell(SubmitTally world, Stopwatch watch) {
        long before = done * STEPS / count;
        done += world.submits();
        if (!voice.isJson() && done * STEPS / count > before) {
            voice.err().println("%,d submits, %.0f s".formatted(done, seconds(watch.elapsed())));
        }
        world.findings().forEach(voice.err()::println);
        voice.err().flush();
    }

    private List<String> lines(SubmitTally tally, Duration took) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%,d submits without a readable answer, of %,d entries, on %s; %.0f s"
                        .formatted(
                                tally.submits(),
                                tally.entries(),
                                store.name().toLowerCase(Locale.ROOT),
                                seconds(took)));
        lines.add("");
        TextTable kinds = TextTable.of("what happened", "times");
        tally.kinds().forEach(kinds::row);
        lines.addAll(kinds.lines());
        lines.add("");
        TextTable orders = TextTable.of("orders at the broker, one after the other", "entries");
        tally.ordersAtBroker().forEach(orders::row);
        lines.addAll(orders.lines());
        lines.add("");
        lines.add(
                "%d duplicates, %d orphans, %d undecided, %d wrong positions, %d failures"
                        .formatted(
                                tally.duplicates(),
                                tally.orphans(),
                                tally.undecided(),
                                tally.wrongPositions(),
                                tally.failures()));
        lines.addAll(tally.findings());
        return lines;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
