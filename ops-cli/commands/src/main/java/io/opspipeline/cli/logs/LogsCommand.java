package io.opspipeline.cli.logs;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.ServiceChoice;
import io.opspipeline.cli.shell.ServiceName;
import io.opspipeline.cli.shell.Since;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.runtime.time.MachineTime;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what services have logged.
@Command(
        name = "logs",
        description = {
            "Shows what a service has logged, one line an entry, times in New York. NAME is a",
            "service, the beginning of one, or all; dispatcher-tiny shows one account's part. With",
            "--json each entry is its JSON line as it stands in the file."
        },
        mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {

    private static final String ALL = "all";
    private static final Duration INTERVAL = Duration.ofMillis(250);

    @Mixin private final Voice voice = new Voice();
    @Mixin private final LogFilter filter = new LogFilter();

    @Parameters(paramLabel = "NAME", description = "whose: telemetry, dispatcher, ..., or all")
    private String name = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.Converter.class,
            description = "from then on: 90s, 5m, 1h, 2d, 10:30 or 2025-06-12")
    private @Nullable Since since;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "at most so many entries, the newest; default 100 without --since")
    private @Nullable Integer last;

    @Option(names = "--follow", description = "go on with what comes, until Ctrl-C")
    private boolean follow;

    @Option(names = "--stack", description = "whole stack traces, not their first line")
    private boolean stack;

    @Override
    public Integer call() throws IOException {
        LogFolder folder = new LogFolder(Home.folder().resolve("logs"));
        Optional<ServiceChoice> choice =
                name.equals(ALL) ? Optional.empty() : Optional.of(ServiceName.typed(name));
        Optional<Instant> start =
                Optional.ofNullable(since).map(from -> from.from(MachineTime.clock().instant()));
        try (LogReader reader = new LogReader(folder, choice.map(each -> each.service().label()))) {
            requireFile(reader, folder);
            LogScreen screen = new LogScreen(voice, stack, filter, choice, start);
            screen.showHistory(reader.history(start), most());
            if (follow) {
                follow(reader, screen, new RealPause(Pace.REAL));
            }
        }
        return ExitCode.DONE;
    }

    private long most() {
        if (last != null && last < 1) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--last: %d is not 1 or more".formatted(last));
        }
        return Optional.ofNullable(last)
                .map(Integer::longValue)
                .orElse(since == null ? LogScreen.LAST : Long.MAX_VALUE);
    }

    private void requireFile(LogReader reader, LogFolder folder) throws IOException {
        if (!reader.isThereAny()) {
            List<String> writers = folder.writers();
            throw new CommandFailure(
                    ExitCode.NOTHING_YET,
                    "%s has not logged anything in %s yet%s; run: ops-cli/ops-cli up, or: ops-cli/ops-cli demo"
                            .formatted(
                                    name,
                                    folder.folder(),
                                    writers.isEmpty() ? "" : ", only " + writers));
        }
    }

    /// Ends when the thread is interrupted, which Ctrl-C does, or when nobody reads any more.
    static void follow(LogReader reader, LogScreen screen, Pause pause) throws IOException {
        Thread reading = Thread.currentThread();
        Object before = Signals.register("INT", reading::interrupt);
        try {
            while (screen.isRead()) {
                screen.show(reader.news());
                pause.of(INTERVAL);
            }
        } catch (InterruptedException e) {
            // Ctrl-C is how a person ends it.
        } finally {
            Signals.unregister("INT", before);
        }
    }
}
