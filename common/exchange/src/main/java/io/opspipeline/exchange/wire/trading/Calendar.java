package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Answers what is asked about trading hours, from the exchange's own rules. Alpaca's list begins
/// in 1970, this one in 2013.
final class Calendar {

    private static final LocalDate FIRST = LocalDate.of(2013, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2029, 12, 28);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final SessionCalendar calendar = SessionCalendar.nyse();
    private final Duration skew;

    /// @param skew how far the clock that is told lies ahead of the venue's
    Calendar(Duration skew) {
        this.skew = skew;
    }

    Answer days(Call call) {
        call.parameters().word("date_type", "TRADING", "SETTLEMENT");
        LocalDate start = within(call.parameters().date("start").orElse(FIRST));
        LocalDate end = within(call.parameters().date("end").orElse(LAST));
        return Answer.of(Json.array(calendar.between(start, end).stream().map(this::row).toList()));
    }

    Answer clock(Call call) {
        Optional<Session> today = calendar.sessionOn(NewYork.dateOf(call.now()));
        Session next = calendar.next(NewYork.dateOf(call.now()));
        Instant open = today.map(Session::open).filter(call.now()::isBefore).orElse(next.open());
        Instant close = today.map(Session::close).filter(call.now()::isBefore).orElse(next.close());
        return Answer.of(
                new JsonRow()
                        .text("timestamp", inNewYork(call.now().plus(skew)))
                        .flag("is_open", calendar.isOpen(call.now()))
                        .text("next_open", inNewYork(open))
                        .text("next_close", inNewYork(close))
                        .node());
    }

    private ObjectNode row(Session session) {
        return new JsonRow()
                .text("date", session.date().toString())
                .text("open", CLOCK.format(NewYork.timeOf(session.open())))
                .text("close", CLOCK.format(NewYork.timeOf(session.close())))
                .text("session_open", "0400")
                .text("session_close", "2000")
                .text("settlement_date", calendar.next(session.date()).date().toString())
                .node();
    }

    private static LocalDate within(LocalDate date) {
        if (date.isBefore(FIRST)) {
            return FIRST;
        }
        return date.isAfter(LAST) ? LAST : date;
    }

    private static String inNewYork(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(NewYork.ZONE));
    }
}
