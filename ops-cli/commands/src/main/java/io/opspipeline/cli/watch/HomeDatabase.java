package io.opspipeline.cli.watch;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.ReadSession;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/// The current database of the home folder. Its server is not started here, because somebody may
/// have stopped it for good reason; while it is watched it does not fall asleep.
final class HomeDatabase implements FrameSource.Connect {

    /// Finds it anew each time: after a restart its port is another.
    @Override
    public ReadSession open() throws SQLException {
        try {
            return ReadSession.open(Home.watchedDatabase(), "watch");
        } catch (UncheckedIOException | CommandFailure e) {
            throw new SQLException("the database is being made anew", e);
        }
    }

    @Override
    public void used() {
        Home.touch();
    }
}
