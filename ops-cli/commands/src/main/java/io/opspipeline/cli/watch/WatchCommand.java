package io.opspipeline.cli.watch;

import io.opspipeline.cli.output.MarketTime;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.ReadSession;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.local.up.ControlClient;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.runtime.time.MachineTime;
import io.opspipeline.runtime.time.Stopwatch;
import java.io.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows the pipeline while it works.
@Command(
        name = "watch",
        description = {
            "Shows mode, market, accounts, services, positions, signals, orders and alerts on the",
            "whole terminal, anew every second; q or Ctrl-C leaves. Without a terminal, or with",
            "--json, it shows one moment and ends."
        },
        mixinStandardHelpOptions = true)
public final class WatchCommand implements Callable<Integer> {

    private static final Duration REDRAW = Duration.ofSeconds(1);
    private static final long KEY_MILLIS = 100;

    @Mixin private final Voice voice = new Voice();

    @Override
    public Integer call() throws IOException {
        DatabaseAddress first = Home.currentDatabase();
        if (voice.isJson() || !hasTerminal()) {
            return once(first);
        }
        try (FrameSource frames =
                        new FrameSource(
                                new HomeDatabase(),
                                services(),
                                Home.time(voice),
                                MachineTime.clock());
                Terminal terminal = TerminalBuilder.builder().system(true).build();
                WatchScreen screen = new WatchScreen(terminal)) {
            run(frames, screen, voice.style());
        }
        return ExitCode.DONE;
    }

    private int once(DatabaseAddress database) {
        try (FrameSource frames =
                new FrameSource(
                        () -> ReadSession.open(database, "watch"),
                        services(),
                        Home.time(voice),
                        MachineTime.clock())) {
            FrameSource.Seen seen = frames.next();
            seen.frame()
                    .ifPresentOrElse(
                            frame ->
                                    voice.answer(frame, style -> new FrameText(style).lines(frame)),
                            () -> voice.err().println("failed: the database does not answer"));
            return seen.frame().isPresent() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /// Draws until the person leaves.
    static void run(FrameSource frames, WatchScreen screen, Style style) throws IOException {
        boolean stays = true;
        while (stays) {
            FrameSource.Seen seen = frames.next();
            Stopwatch shown = Stopwatch.started();
            screen.draw(lines(seen, style));
            while (stays && shown.elapsed().compareTo(REDRAW) < 0) {
                stays = !screen.leftWithin(KEY_MILLIS);
                if (stays && screen.isResized()) {
                    screen.draw(lines(seen, style));
                }
            }
        }
    }

    private static List<String> lines(FrameSource.Seen seen, Style style) {
        List<String> lines = new ArrayList<>();
        seen.awaySince()
                .ifPresent(since ->
                        lines.add(
                                style.bad(
                                        "the database has been away since %s; trying again"
                                                .formatted(MarketTime.time(since)))));
        seen.frame().map(new FrameText(style)::lines).ifPresent(lines::addAll);
        return lines;
    }

    private static boolean hasTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private static ServiceLines services() {
        return new SupervisedServices(new StoredSigns(), ControlClient.in(Home.folder()));
    }
}
