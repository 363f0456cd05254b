package io.opspipeline.local.up;

import io.opspipeline.local.postgres.LocalPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after the PostgreSQL of a run: one that is gone is started again at once, one that hangs
/// when it has left several questions in a row unanswered.
final class DatabaseGuard {

    /// Its name among the processes of a run.
    static final String NAME = "PostgreSQL";

    /// Under load one answer may be late. Each is waited for three seconds.
    static final int UNANSWERED = 3;

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGuard.class);

    private final LocalPostgres postgres;
    private final ManagedProcess.Ends ends;
    private int unanswered;
    private int restarts;

    /// @param ends told when it runs again
    DatabaseGuard(LocalPostgres postgres, ManagedProcess.Ends ends) {
        this.postgres = postgres;
        this.ends = ends;
    }

    /// Looks once. Whatever fails, the next look is made.
    void look() {
        try {
            postgres.touch();
            switch (postgres.pulse()) {
                case ANSWERS -> unanswered = 0;
                case SILENT -> silent();
                case AWAY -> away();
            }
        } catch (RuntimeException failure) {
            LOG.error("PostgreSQL was not started", failure);
        }
    }

    private void silent() {
        unanswered++;
        LOG.warn("PostgreSQL left {} of {} questions unanswered", unanswered, UNANSWERED);
        if (unanswered >= UNANSWERED) {
            postgres.startAnew();
            runsAgain("hung");
        }
    }

    /// One that is about to end or to begin is left to it.
    private void away() {
        if (!postgres.isRunning()) {
            LOG.warn("PostgreSQL is gone and is started again");
            postgres.start();
            runsAgain("was gone");
        }
    }

    private void runsAgain(String what) {
        unanswered = 0;
        restarts++;
        ends.ended(NAME, what, restarts);
    }
}
