package io.opspipeline.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.TradedHome;
import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.ReadSession;
import io.opspipeline.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TradedHome.class)
class WatchScreenTest {

    private static final Instant NOON = Instant.parse("2025-07-03T16:00:00Z");

    private final SettableClock wall = new SettableClock(NOON);

    @Test
    @DisplayName("q leaves, and the terminal is as it was")
    void leavesTheTerminalAsItWas() throws IOException {
        var written = new ByteArrayOutputStream();
        try (var keys = new PipedOutputStream();
                Terminal terminal = terminal(keys, written)) {
            keys.write('q');
            keys.flush();
            Attributes before = terminal.getAttributes();
            try (FrameSource frames = frames(new Database());
                    WatchScreen screen = new WatchScreen(terminal)) {
                WatchCommand.run(frames, screen, Style.plain());
            }
            assertThat(terminal.getAttributes()).hasToString(before.toString());
        }
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("\u001b[?1049h", "SIMULATED", "last signals")
                .contains("\u001b[?1049l");
    }

    @Test
    @DisplayName("a database that goes away is told, and taken up again when it is back")
    void survivesTheDatabaseGoingAway() throws SQLException {
        Database database = new Database();
        try (FrameSource frames = frames(database)) {
            FrameSource.Seen first = frames.next();
            database.end();
            database.isAway = true;
            FrameSource.Seen broken = frames.next();
            wall.set(NOON.plusSeconds(5));
            FrameSource.Seen still = frames.next();
            database.isAway = false;
            FrameSource.Seen back = frames.next();

            assertThat(first.frame()).isPresent();
            assertThat(broken).isEqualTo(new FrameSource.Seen(first.frame(), Optional.of(NOON)));
            assertThat(still).isEqualTo(broken);
            assertThat(back).isEqualTo(first);
        }
    }

    private FrameSource frames(FrameSource.Connect database) {
        return new FrameSource(database, new StoredSigns(), wall, wall);
    }

    /// One that has written what it was told when it returns: with a pseudo-terminal in between the
    /// last lines may still be on their way.
    private static Terminal terminal(PipedOutputStream keys, ByteArrayOutputStream written)
            throws IOException {
        Terminal terminal =
                new ExternalTerminal(
                        "test",
                        "xterm-256color",
                        new PipedInputStream(keys),
                        written,
                        StandardCharsets.UTF_8);
        terminal.setSize(new Size(120, 40));
        return terminal;
    }

    /// The traded home's database, which can be away.
    private static final class Database implements FrameSource.Connect {

        private boolean isAway;

        @Override
        public ReadSession open() throws SQLException {
            if (isAway) {
                throw new SQLException("away");
            }
            return ReadSession.open(Home.currentDatabase(), "watch");
        }

        /// Ends the sessions that are open, as a server does that stops.
        void end() throws SQLException {
            try (var connection = Home.currentDatabase().sessions("ops-cli test").getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name = 'ops-cli watch'
                        """);
            }
        }
    }
}
