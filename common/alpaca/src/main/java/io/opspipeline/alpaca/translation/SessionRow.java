package io.opspipeline.alpaca.translation;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireSession;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import java.time.LocalDate;

/// Sessions of the broker's calendar.
public final class SessionRow {

    private SessionRow() {}

    /// A session.
    public static Translation<Session> translate(WireSession row) {
        return Translation.of(() -> session(row, need(row.date(), "date")));
    }

    private static Session session(WireSession row, LocalDate date) {
        return new Session(
                date,
                NewYork.at(date, need(row.open(), "open")),
                NewYork.at(date, need(row.close(), "close")));
    }
}
