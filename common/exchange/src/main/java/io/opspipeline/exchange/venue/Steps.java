package io.opspipeline.exchange.venue;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.exchange.market.Market;
import java.time.Duration;
import java.time.Instant;

/// The steps at which waiting orders are worked: every 5 seconds from the open (step 0) to the
/// close (the last step, at which the day ends), of the session that the market trades.
///
/// @param market with its session
record Steps(Market market) {

    private static final int SECONDS = 5;

    /// The step an instant lies in; -1 before the open, the last one from the close on.
    long at(Instant instant) {
        if (instant.isBefore(session().open())) {
            return -1;
        }
        Duration since = Duration.between(session().open(), instant);
        return Math.min(last(), since.toSeconds() / SECONDS);
    }

    /// The step of the close.
    long last() {
        return session().length().toSeconds() / SECONDS;
    }

    /// When a step begins.
    Instant start(long step) {
        return session().open().plusSeconds(step * SECONDS);
    }

    /// True in the session.
    boolean isOpen(Instant instant) {
        return session().contains(instant);
    }

    private Session session() {
        return market.session();
    }
}
