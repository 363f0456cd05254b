package io.opspipeline.cli.bench;

import io.opspipeline.cli.output.TextTable;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.local.bench.BarLatency;
import io.opspipeline.local.bench.BurstResult;
import io.opspipeline.local.bench.ControlLatency;
import io.opspipeline.local.bench.ControlResult;
import io.opspipeline.local.bench.ExitResult;
import io.opspipeline.local.bench.Percentiles;
import io.opspipeline.local.bench.QuoteLatency;
import io.opspipeline.local.bench.Shares;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures the pipeline on this machine.
@Command(
        name = "bench",
        description = "Measures the pipeline on this machine, in processes of its own.",
        synopsisSubcommandLabel = "latency | control",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Runnable {

    private static final int MOST_BURSTS = 350;
    private static final String BARS = "closed bars sent, order arrived";
    private static final String QUOTES = "quote sent, exit arrived";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to measure: latency or control");
    }

    @Command(
            name = "latency",
            description = {
                "How long a closed bar takes to become an order at the exchange, over bursts of 28",
                "bars, and how long the quote that confirms a stop takes to become the closing",
                "order, with 20 positions and 1,000 quotes a second; and what shares of both were",
                "requests to the broker and calls of the database. PostgreSQL, exchange and",
                "services are of its own. It takes about ten minutes."
            },
            mixinStandardHelpOptions = true)
    int latency(
            @Option(
                            names = "--bursts",
                            paramLabel = "N",
                            defaultValue = "300",
                            description = "bursts that are counted; default 300, at most 350")
                    int bursts,
            @Option(
                            names = "--speed",
                            paramLabel = "N",
                            defaultValue = "60",
                            description = "bursts in a real minute; default 60")
                    double speed,
            @Option(
                            names = "--exits",
                            paramLabel = "N",
                            defaultValue = "120",
                            description = "exits that are counted; default 120, 0 for none")
                    int exits,
            @Mixin Voice voice)
            throws InterruptedException {
        if (exits < 0) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--exits: must be 0 or more, was " + exits);
        }
        if (bursts < 1 || bursts > MOST_BURSTS) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--bursts: must be 1 to %d, was %d".formatted(MOST_BURSTS, bursts));
        }
        Path home = Home.folder().resolve("bench");
        Consumer<String> told = line -> tell(voice.err(), line);
        BurstResult bars = BarLatency.measure(home, bursts, speed, told);
        Optional<ExitResult> quotes =
                exits == 0
                        ? Optional.empty()
                        : Optional.of(QuoteLatency.measure(home, exits, told));
        voice.answer(new Latency(bars, quotes), _ -> lines(bars, quotes));
        return ExitCode.DONE;
    }

    @Command(
            name = "control",
            description = {
                "How long halt, flatten and resume take: from their commit to the cancel of an",
                "entry at work, to the closing order of the last of 10 positions, and to the end",
                "of the dispatcher's run. PostgreSQL, exchange and services are of its own. It",
                "takes about five minutes."
            },
            mixinStandardHelpOptions = true)
    int control(
            @Option(
                            names = "--times",
                            paramLabel = "N",
                            defaultValue = "10",
                            description = "how often each is done; default 10")
                    int times,
            @Mixin Voice voice)
            throws InterruptedException {
        if (times < 1) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--times: must be 1 or more, was " + times);
        }
        ControlResult result =
                ControlLatency.measure(
                        Home.folder().resolve("bench"), times, line -> tell(voice.err(), line));
        voice.answer(result, _ -> lines(result));
        return ExitCode.DONE;
    }

    private static List<String> lines(ControlResult result) {
        TextTable table = TextTable.of("from, to", "times", "p50", "p99", "max");
        row(table, "halt, cancel of the entry at work arrived", result.cancelled());
        row(table, "flatten, last closing order arrived", result.flattened());
        row(table, "flatten, dispatcher halted", result.halted());
        row(table, "resume, dispatcher takes signals", result.resumed());
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add(
                "%d positions in all; the orders of %d did not arrive in 20 s"
                        .formatted(result.positions(), result.missing()));
        return lines;
    }

    /// Both measurements.
    record Latency(BurstResult bars, Optional<ExitResult> quotes) {}

    private static List<String> lines(BurstResult bars, Optional<ExitResult> quotes) {
        TextTable times = TextTable.of("from, to", "times", "p50", "p99", "max");
        TextTable shares = TextTable.of("mean", "whole", "HTTP", "database", "rest");
        row(times, BARS, bars.latency());
        row(shares, BARS, bars.shares());
        quotes.ifPresent(each -> {
            row(times, QUOTES, each.latency());
            row(shares, QUOTES, each.shares());
        });
        List<String> lines = new ArrayList<>(times.lines());
        lines.add("");
        lines.addAll(shares.lines());
        lines.add("");
        lines.add("%d bursts caused no order; %s".formatted(bars.missing(), mean(bars.shares())));
        quotes.ifPresent(each ->
                lines.add(
                        "%d stops were not closed; %s; %d positions, %.0f quotes a second"
                                .formatted(
                                        each.missing(),
                                        mean(each.shares()),
                                        each.positions(),
                                        each.quotesPerSecond())));
        return lines;
    }

    private static void row(TextTable table, String what, Shares mean) {
        table.row(
                what,
                millis(mean.whole()),
                share(mean, mean.http()),
                share(mean, mean.database()),
                share(mean, mean.rest()));
    }

    private static String mean(Shares shares) {
        return "mean of %d, %d orders came by another path"
                .formatted(shares.windows(), shares.unmatched());
    }

    private static String share(Shares mean, Duration part) {
        return "%s (%.0f %%)".formatted(millis(part), mean.percentOfWhole(part));
    }

    private static void row(TextTable table, String what, Percentiles measured) {
        table.row(
                what,
                measured.count(),
                millis(measured.p50()),
                millis(measured.p99()),
                millis(measured.max()));
    }

    private static String millis(Duration length) {
        return "%.1f ms".formatted(length.toNanos() / 1e6);
    }

    private static void tell(PrintWriter err, String line) {
        err.println(line + " ...");
        err.flush();
    }
}
