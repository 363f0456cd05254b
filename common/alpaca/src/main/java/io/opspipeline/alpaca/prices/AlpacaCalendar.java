package io.opspipeline.alpaca.prices;

import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.http.RequestSender;
import io.opspipeline.alpaca.translation.SessionRow;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireSession;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.BrokerCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Sessions as Alpaca lists them. One unreadable row makes the list unavailable: left out, it would
/// look like a holiday.
///
/// @param listings asks the trading API
public record AlpacaCalendar(RequestSender listings) implements BrokerCalendar {

    @Override
    public List<Session> sessions(LocalDate from, LocalDate to) {
        Request request =
                Request.get("/v2/calendar")
                        .with("start", from.toString())
                        .with("end", to.toString());
        WireNode body = listings.read(request);
        if (!body.isArray()) {
            throw new BrokerUnavailable("%s: no list: %s".formatted(request, body));
        }
        return body.rows().stream()
                .map(AlpacaCalendar::session)
                .filter(session -> !session.date().isBefore(from) && !session.date().isAfter(to))
                .sorted(Comparator.comparing(Session::date))
                .toList();
    }

    private static Session session(WireNode row) {
        return switch (SessionRow.translate(WireSession.from(row))) {
            case Translation.Read<Session>(Session session) -> session;
            case Translation.Unreadable<Session>(String reason) ->
                    throw new BrokerUnavailable("calendar: a row %s: %s".formatted(reason, row));
        };
    }
}
