package io.opspipeline.cli.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.ClosedException;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/// The whole terminal: its other screen, without cursor and echo, until it is closed. Only what has
/// changed is drawn, so nothing flickers.
final class WatchScreen implements AutoCloseable {

    private static final int QUIT = 'q';
    private static final int CTRL_C = 3;

    private final Terminal terminal;
    private final Attributes before;
    private final Display display;
    private Size size = new Size(0, 0);
    private volatile boolean left;

    WatchScreen(Terminal terminal) {
        this.terminal = terminal;
        before = terminal.enterRawMode();
        display = new Display(terminal, true);
        terminal.handle(Terminal.Signal.INT, _ -> left = true);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
    }

    /// Draws the lines that fit. The display keeps the list and changes it when it scrolls.
    void draw(List<String> lines) {
        Size now = terminal.getSize();
        int rows = Math.max(1, now.getRows());
        int columns = Math.max(1, now.getColumns());
        if (!now.equals(size)) {
            size = new Size(now.getColumns(), now.getRows());
            display.clear();
            display.resize(rows, columns);
        }
        display.update(
                lines.stream()
                        .limit(rows)
                        .map(AttributedString::fromAnsi)
                        .map(line -> line.columnSubSequence(0, columns - 1))
                        .collect(Collectors.toCollection(ArrayList::new)),
                -1);
    }

    /// True when the person leaves within a time: by `q`, Ctrl-C or by closing the terminal.
    ///
    /// @param millis how long to wait for a key at most
    boolean leftWithin(long millis) throws IOException {
        int key = key(millis);
        return left || key == QUIT || key == CTRL_C || key == NonBlockingReader.EOF;
    }

    private int key(long millis) throws IOException {
        try {
            return terminal.reader().read(millis);
        } catch (ClosedException e) {
            return NonBlockingReader.EOF;
        }
    }

    /// True when the terminal has another size than the one drawn for.
    boolean isResized() {
        return !terminal.getSize().equals(size);
    }

    @Override
    public void close() {
        terminal.puts(Capability.cursor_visible);
        terminal.puts(Capability.exit_ca_mode);
        terminal.setAttributes(before);
        terminal.flush();
    }
}
