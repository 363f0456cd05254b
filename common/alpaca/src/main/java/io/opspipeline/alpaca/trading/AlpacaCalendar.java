package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.AlpacaHost;
import io.opspipeline.alpaca.http.Query;
import io.opspipeline.alpaca.http.Reply;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireSession;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.BrokerCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Alpaca's list of sessions.
public final class AlpacaCalendar implements BrokerCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(AlpacaCalendar.class);

    private final AlpacaHost host;

    /// @param host the trading host of the market-data account
    public AlpacaCalendar(AlpacaHost host) {
        this.host = host;
    }

    @Override
    public List<Session> sessions(LocalDate from, LocalDate to) {
        Reply reply = host.get("/v2/calendar", Query.NONE.with("start", from).with("end", to));
        WireNode answer =
                reply.json()
                        .filter(_ -> reply.isSuccess())
                        .orElseThrow(() ->
                                new BrokerUnavailable(
                                        "calendar: %d %s"
                                                .formatted(
                                                        reply.status(), reply.error().message())));
        List<Session> sessions = new ArrayList<>();
        for (WireNode row : answer.rows()) {
            Translation.of(() -> session(WireSession.from(row)))
                    .orSkipped(LOG, row)
                    .ifPresent(sessions::add);
        }
        return List.copyOf(sessions);
    }

    private static Session session(WireSession row) {
        LocalDate date = Translation.need(row.date(), "date");
        return new Session(
                date,
                NewYork.at(date, Translation.need(row.open(), "open")),
                NewYork.at(date, Translation.need(row.close(), "close")));
    }
}
