package io.opspipeline.local.day;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.market.MarketDescription;
import io.opspipeline.exchange.venue.AccountView;
import io.opspipeline.exchange.venue.Books;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what came of a day: counts from the database, money from the exchange's books.
final class DayReading {

    private static final int SCALE = 2;

    private final JdbcClient jdbc;
    private final Counts counts;

    DayReading(DataSource source) {
        jdbc = JdbcClient.create(source);
        counts = new Counts(jdbc);
    }

    DayResult read(
            MarketDescription market,
            Session session,
            Books books,
            Duration wall,
            DayResult.Invariants invariants,
            String journal) {
        return new DayResult(
                market.day(),
                market.seed(),
                market.mode(),
                BigDecimal.valueOf(wall.toMillis(), 3).setScale(1, RoundingMode.HALF_UP),
                inSession("telemetry_1m", session),
                inSession("lane_features_1m", session),
                signals(),
                counts.by("select status, count(*) from dispatch_executions group by status"),
                counts.by(
                        """
                        select reason, count(*) from dispatch_executions
                        where status = 'SKIPPED' group by reason
                        """),
                books.accounts().stream().mapToLong(account -> account.orders().size()).sum(),
                books.accounts().stream().mapToLong(account -> account.fills().size()).sum(),
                counts.of("select count(*) from outcomes"),
                exits(),
                counts.of("select count(*) from active_positions where ended_at is null"),
                books.accounts().stream().map(this::account).toList(),
                invariants,
                journal);
    }

    private long inSession(String table, Session session) {
        return jdbc.sql("select count(*) from %s where ts >= ? and ts < ?".formatted(table))
                .param(java.sql.Timestamp.from(session.open()))
                .param(java.sql.Timestamp.from(session.close()))
                .query(Long.class)
                .single();
    }

    private SortedMap<String, Long> signals() {
        SortedMap<String, Long> signals =
                new TreeMap<>(java.util.Map.of("BUY_CALL", 0L, "BUY_PUT", 0L, "BUY_STOCK", 0L));
        signals.putAll(
                counts.by("select action, count(*) from dispatch_recommendations group by action"));
        signals.put("HOLD", counts.of("select coalesce(sum(tickers), 0) from signal_holds"));
        return signals;
    }

    /// Ended positions by reason, and every PARTIAL that sold something.
    private SortedMap<String, Long> exits() {
        SortedMap<String, Long> exits =
                counts.by("select exit_reason, count(*) from outcomes group by exit_reason");
        long partials = counts.of("select count(*) from active_positions where partial_taken");
        if (partials > 0) {
            exits.merge("PARTIAL", partials, Long::sum);
        }
        return exits;
    }

    private DayResult.AccountResult account(Books.AccountBooks books) {
        AccountView view = books.account();
        String id = view.id().value();
        Money pnl = view.equityAtMid().minus(view.openingCash());
        return new DayResult.AccountResult(
                id,
                dollars(view.openingCash()),
                dollars(view.equity()),
                dollars(pnl),
                dollars(books.fees()),
                dollars(books.spreadCost()),
                outcomes(id, "true"),
                outcomes(id, "pnl > 0"),
                outcomes(id, "pnl <= 0"),
                books.positions().size());
    }

    private long outcomes(String account, String condition) {
        return jdbc.sql("select count(*) from outcomes where account_id = ? and " + condition)
                .param(account)
                .query(Long.class)
                .single();
    }

    private static BigDecimal dollars(Money money) {
        return money.amount().setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    /// The accounts' rows of a result, for those who only need them.
    List<DayResult.AccountResult> accounts(Books books) {
        return books.accounts().stream().map(this::account).toList();
    }
}
