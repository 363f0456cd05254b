package io.opspipeline.cli.demo;

import io.opspipeline.cli.output.Style;
import io.opspipeline.local.day.DayObserver;
import io.opspipeline.local.day.DaySnapshot;
import io.opspipeline.local.day.TradingDay;
import io.opspipeline.runtime.time.Stopwatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/// Shows the day while it runs: drawn over and over on a terminal, a line every half hour of market
/// time elsewhere, and nothing when the output is for a program.
final class DemoScreen implements DayObserver, AutoCloseable {

    private static final Duration REDRAW = Duration.ofMillis(150);
    private static final int MINUTES_PER_LINE = 30;

    private final DemoLines lines;
    private final Optional<Terminal> terminal;
    private final Optional<Display> display;
    private final boolean silent;
    private Stopwatch sinceDrawn = Stopwatch.started();
    private int minutes;

    private DemoScreen(DemoLines lines, Optional<Terminal> terminal, boolean silent) {
        this.lines = lines;
        this.terminal = terminal;
        this.display = terminal.map(shown -> new Display(shown, false));
        this.silent = silent;
    }

    static DemoScreen open(TradingDay day, Style style, boolean silent) {
        DemoLines lines = new DemoLines(style, day.market().description());
        return new DemoScreen(
                lines, style.isColoured() && !silent ? terminal() : Optional.empty(), silent);
    }

    private static Optional<Terminal> terminal() {
        try {
            return Optional.of(TerminalBuilder.builder().system(true).dumb(true).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void started(TradingDay day) {
        if (!silent) {
            lines.started(day).forEach(System.err::println);
        }
    }

    @Override
    public void minutePassed(Supplier<DaySnapshot> snapshot) {
        minutes++;
        if (display.isPresent()) {
            if (sinceDrawn.elapsed().compareTo(REDRAW) >= 0) {
                draw(snapshot.get());
                sinceDrawn = Stopwatch.started();
            }
        } else if (!silent && minutes % MINUTES_PER_LINE == 0) {
            System.err.println(lines.summary(snapshot.get()));
        }
    }

    private void draw(DaySnapshot snapshot) {
        Terminal shown = terminal.orElseThrow();
        int rows = Math.max(10, shown.getHeight());
        int columns = Math.max(40, shown.getWidth());
        List<AttributedString> drawn =
                lines.of(snapshot, columns).stream()
                        .limit(rows - 1L)
                        .map(AttributedString::fromAnsi)
                        .map(line -> line.columnSubSequence(0, columns - 1))
                        .toList();
        display.ifPresent(screen -> {
            screen.resize(rows, columns);
            screen.update(drawn, 0);
        });
    }

    @Override
    public void close() {
        terminal.ifPresent(shown -> {
            display.ifPresent(screen -> screen.update(List.of(), 0));
            try {
                shown.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
