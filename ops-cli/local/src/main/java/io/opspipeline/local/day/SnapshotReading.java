package io.opspipeline.local.day;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.exchange.venue.AccountView;
import io.opspipeline.exchange.venue.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads a snapshot while the day runs.
final class SnapshotReading {

    private static final String SIGNALS =
            """
            select r.created_at, r.ticker, r.action, round(r.confidence::numeric, 2),
                   coalesce(string_agg(d.account_id || ' ' || d.status
                            || coalesce(' ' || nullif(d.reason, d.status), ''), ', ' order by d.account_id), '')
            from dispatch_recommendations r left join dispatch_executions d using (signal_id)
            group by r.signal_id order by r.created_at desc, r.ticker limit 6
            """;

    private static final String POSITIONS =
            """
            select account_id, symbol, quantity, entry_price, last_mark, stop_loss, take_profit,
                   state
            from active_positions where ended_at is null order by account_id, symbol
            """;

    private final JdbcClient jdbc;
    private final Counts counts;
    private final Venue venue;
    private final Session session;

    SnapshotReading(DataSource source, Venue venue, Session session) {
        this.jdbc = JdbcClient.create(source);
        this.counts = new Counts(jdbc);
        this.venue = venue;
        this.session = session;
    }

    DaySnapshot at(Instant now) {
        return new DaySnapshot(
                now,
                share(now),
                equity(),
                positions(),
                signals(),
                counts.by(
                        """
                        select reason, count(*) from dispatch_executions
                        where status = 'SKIPPED' group by reason
                        """));
    }

    private double share(Instant now) {
        double passed = Duration.between(session.open(), now).toMillis();
        return Math.clamp(passed / session.length().toMillis(), 0, 1);
    }

    private List<DaySnapshot.Equity> equity() {
        return venue.accounts().stream().map(venue::account).map(SnapshotReading::equity).toList();
    }

    private static DaySnapshot.Equity equity(AccountView view) {
        return new DaySnapshot.Equity(
                view.id().value(),
                view.openingCash().amount(),
                view.equity().amount().setScale(2, RoundingMode.HALF_EVEN));
    }

    private List<DaySnapshot.Held> positions() {
        return jdbc.sql(POSITIONS)
                .query((row, _) ->
                        new DaySnapshot.Held(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getBigDecimal(4),
                                Optional.ofNullable(row.getBigDecimal(5)),
                                row.getBigDecimal(6),
                                row.getBigDecimal(7),
                                row.getString(8)))
                .list();
    }

    private List<DaySnapshot.SignalLine> signals() {
        return jdbc.sql(SIGNALS)
                .query((row, _) -> {
                    BigDecimal confidence = row.getBigDecimal(4);
                    return new DaySnapshot.SignalLine(
                            row.getTimestamp(1).toInstant(),
                            row.getString(2),
                            row.getString(3),
                            confidence,
                            row.getString(5));
                })
                .list();
    }
}
