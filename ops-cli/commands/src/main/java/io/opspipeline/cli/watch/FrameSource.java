package io.opspipeline.cli.watch;

import io.opspipeline.cli.shell.ReadSession;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// Frames from a database that may go away and come back: the connection is made anew after each
/// failure, and until it works the last frame stays.
final class FrameSource implements AutoCloseable {

    /// How a connection is made.
    @FunctionalInterface
    interface Connect {

        /// A new session.
        ///
        /// @throws SQLException when the database does not answer
        ReadSession open() throws SQLException;

        /// Told after each frame, for whoever must know that the database is in use.
        default void used() {}
    }

    /// What there is to show.
    ///
    /// @param frame the newest that could be read; empty before the first
    /// @param awaySince since when none could be read, real time; empty while all is well
    record Seen(Optional<Frame> frame, Optional<Instant> awaySince) {}

    private final Connect connect;
    private final ServiceLines services;
    private final InstantSource run;
    private final Clock wall;
    private @Nullable ReadSession session;
    private Seen seen = new Seen(Optional.empty(), Optional.empty());

    /// @param run what the clocks of services show that trade at a broker
    FrameSource(Connect connect, ServiceLines services, InstantSource run, Clock wall) {
        this.connect = connect;
        this.services = services;
        this.run = run;
        this.wall = wall;
    }

    /// Reads the next frame, or tells that it cannot.
    Seen next() {
        try {
            seen = new Seen(Optional.of(read()), Optional.empty());
        } catch (SQLException | DataAccessException e) {
            close();
            seen = new Seen(seen.frame(), seen.awaySince().or(() -> Optional.of(wall.instant())));
        }
        return seen;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
        session = null;
    }

    private Frame read() throws SQLException {
        ReadSession open = session == null ? connect.open() : session;
        session = open;
        Frame frame = new FrameReader(open.source(), services, run).read();
        connect.used();
        return frame;
    }
}
