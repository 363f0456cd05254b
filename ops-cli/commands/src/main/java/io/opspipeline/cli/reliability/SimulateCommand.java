package io.opspipeline.cli.reliability;

import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.reliability.simulation.Campaign;
import io.opspipeline.reliability.simulation.Simulation;
import io.opspipeline.reliability.simulation.SimulationResult;
import io.opspipeline.reliability.world.Scratch;
import io.opspipeline.reliability.world.ScratchDatabases;
import io.opspipeline.reliability.world.Workers;
import io.opspipeline.runtime.time.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Trades simulated hours.
@Command(
        name = "simulate",
        description = {
            "Trades an hour for each seed in which everything goes wrong at random: requests and",
            "answers are lost, orders rejected and filled in parts, events lost and doubled,",
            "streams cut, processes killed at every commit. Invariants are checked all the time.",
            "The same seed does the same again."
        },
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    private static final int SHOWN = 10;
    private static final int TOLD = 50;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "100",
            description = "how many seeds; default 100")
    private int seeds;

    @Option(
            names = "--from",
            paramLabel = "S",
            defaultValue = "1",
            description = "the first of them; default 1")
    private long from;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "this seed alone, with the hash of its journal")
    private @Nullable Long seed;

    @Mixin private final Voice voice = new Voice();

    private int ended;

    @Override
    public Integer call() {
        if (seeds < 1) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--seeds: must be at least 1, was " + seeds);
        }
        try (ScratchDatabases databases = ScratchDatabases.in(Home.folder())) {
            return seed == null ? many(databases) : one(databases, seed);
        }
    }

    private int one(ScratchDatabases databases, long only) {
        SimulationResult result = run(databases, only);
        voice.answer(result, _ -> lines(result));
        return result.broken().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int many(ScratchDatabases databases) {
        Stopwatch watch = Stopwatch.started();
        List<Long> chosen = LongStream.range(from, from + seeds).boxed().toList();
        List<SimulationResult> results =
                Workers.each(chosen, each -> run(databases, each), this::tell);
        Campaign campaign = Campaign.of(results);
        voice.answer(campaign, _ -> lines(campaign, watch.elapsed()));
        return campaign.broken().isEmpty() && campaign.fewestEvents() >= Simulation.FEWEST_EVENTS
                ? ExitCode.DONE
                : ExitCode.FAILED;
    }

    private static SimulationResult run(ScratchDatabases databases, long seed) {
        try (Scratch database = databases.fresh()) {
            return Simulation.run(seed, database);
        }
    }

    /// A seed that broke is told at once: it can be looked at while the others run.
    private void tell(SimulationResult result) {
        if (++ended % TOLD == 0 && ended < seeds) {
            voice.err().println("%d of %d seeds".formatted(ended, seeds));
            voice.err().flush();
        }
        if (!result.broken().isEmpty()) {
            voice.err().println("seed %d broke: simulate --seed %1$d".formatted(result.seed()));
            voice.err().flush();
        }
    }

    private static List<String> lines(SimulationResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "seed %d: %d steps, %d orders, %d order events, %.1f s"
                        .formatted(
                                result.seed(),
                                result.steps(),
                                result.orders(),
                                result.orderEvents(),
                                result.took().toMillis() / 1000.0));
        lines.addAll(counted(result.faults(), result.crashes()));
        lines.add("");
        lines.add(result.broken().size() + " invariants broken");
        lines.addAll(result.broken());
        lines.add("journal " + result.journal());
        return lines;
    }

    private static List<String> lines(Campaign campaign, Duration took) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%d seeds: %d steps, %d orders, %d order events, at least %d in a seed; %.0f s"
                        .formatted(
                                campaign.seeds(),
                                campaign.steps(),
                                campaign.orders(),
                                campaign.orderEvents(),
                                campaign.fewestEvents(),
                                took.toMillis() / 1000.0));
        lines.addAll(counted(campaign.faults(), campaign.crashes()));
        lines.add("");
        lines.add(campaign.invariantsBroken() + " invariants broken");
        campaign.broken().stream()
                .limit(SHOWN)
                .forEach(each ->
                        lines.add("seed %d: %s".formatted(each.seed(), each.broken().getFirst())));
        return lines;
    }

    private static List<String> counted(Map<String, Long> faults, Map<String, Long> crashes) {
        TextTable table = TextTable.of("went wrong", "times");
        faults.forEach(table::row);
        crashes.forEach((place, times) -> table.row("killed: " + place, times));
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(table.lines());
        return lines;
    }
}
