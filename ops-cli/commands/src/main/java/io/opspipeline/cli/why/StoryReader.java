package io.opspipeline.cli.why;

import io.opspipeline.cli.why.Story.AccountStory;
import io.opspipeline.cli.why.Story.Candidate;
import io.opspipeline.cli.why.Story.Denied;
import io.opspipeline.cli.why.Story.Exit;
import io.opspipeline.cli.why.Story.FillLine;
import io.opspipeline.cli.why.Story.Gate;
import io.opspipeline.cli.why.Story.OrderLine;
import io.opspipeline.cli.why.Story.SignalStory;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.denial.DenialCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the story of a ticker from a run's database.
final class StoryReader {

    private static final String NEWEST =
            """
            select greatest(
              (select max(bar_ts) from dispatch_recommendations where ticker = ?),
              (select max(bar_ts) from signal_near_misses where ticker = ?))
            """;

    private final JdbcClient jdbc;

    StoryReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The story from an instant on, or that of the newest session in which something happened.
    Story read(String ticker, Optional<Instant> since) {
        return since.or(() -> newestSession(ticker))
                .map(start -> read(ticker, start))
                .orElseGet(() -> new Story(ticker, Optional.empty(), 0, List.of(), List.of()));
    }

    private Optional<Instant> newestSession(String ticker) {
        return jdbc.sql(NEWEST)
                .param(ticker)
                .param(ticker)
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(newest -> NewYork.startOf(NewYork.dateOf(newest.toInstant())));
    }

    private Story read(String ticker, Instant since) {
        Timestamp start = Timestamp.from(since);
        List<SignalStory> signals =
                jdbc.sql(
                                """
                                select signal_id, bar_ts, action,
                                       round(confidence::numeric, 4) as confidence, close,
                                       round(volume_ratio::numeric, 2) as volume_ratio,
                                       trend_state, sentiment::numeric as sentiment
                                from dispatch_recommendations
                                where ticker = ? and bar_ts >= ? order by bar_ts
                                """)
                        .param(ticker)
                        .param(start)
                        .query((row, _) -> signal(row))
                        .list();
        List<Story.Count> misses =
                jdbc.sql(
                                """
                                select condition, count(*) from signal_near_misses
                                where ticker = ? and bar_ts >= ?
                                group by condition order by condition
                                """)
                        .param(ticker)
                        .param(start)
                        .query((row, _) -> new Story.Count(row.getString(1), row.getLong(2)))
                        .list();
        long earlier =
                jdbc.sql(
                                """
                                select count(*) from dispatch_recommendations
                                where ticker = ? and bar_ts < ?
                                """)
                        .param(ticker)
                        .param(start)
                        .query(Long.class)
                        .single();
        return new Story(ticker, Optional.of(since), earlier, signals, misses);
    }

    private SignalStory signal(ResultSet row) throws SQLException {
        return new SignalStory(
                instant(row, "bar_ts"),
                row.getString("action"),
                row.getBigDecimal("confidence"),
                row.getBigDecimal("close"),
                row.getBigDecimal("volume_ratio"),
                row.getInt("trend_state"),
                Optional.ofNullable(row.getBigDecimal("sentiment")),
                accounts(row.getLong("signal_id")));
    }

    private List<AccountStory> accounts(long signalId) {
        return jdbc.sql(
                        """
                        select dispatch_id, account_id, status, reason, denial from dispatch_executions
                        where signal_id = ? order by account_id, dispatch_id
                        """)
                .param(signalId)
                .query((row, _) -> account(row))
                .list();
    }

    private AccountStory account(ResultSet row) throws SQLException {
        long id = row.getLong("dispatch_id");
        return new AccountStory(
                row.getString("account_id"),
                row.getString("status"),
                Optional.ofNullable(row.getString("reason")).orElse(""),
                denied(row),
                rows(
                        """
                        select gate, result, observed, limit_value from gate_verdicts
                        where dispatch_id = ?
                        """,
                        id,
                        (gate, _) ->
                                new Gate(
                                        gate.getString(1),
                                        gate.getString(2),
                                        gate.getString(3),
                                        gate.getString(4))),
                rows(CANDIDATES, id, (candidate, _) -> candidate(candidate)),
                rows(ORDERS, id, (order, _) -> order(order)),
                rows(FILLS, id, (fill, _) -> fill(fill)),
                rows(EXIT, id, (exit, _) -> exit(exit)).stream().findFirst());
    }

    private static final String CANDIDATES =
            """
            select symbol, chosen, failed_check, bid, ask, round(delta::numeric, 3) as delta,
                   volume, open_interest, round(score::numeric, 1) as score
            from contract_candidates where dispatch_id = ?
            order by chosen desc, score desc nulls last, symbol
            """;

    private static final String ORDERS =
            """
            select o.created_at, o.client_order_id, o.side, o.quantity, o.limit_price, o.state,
                   o.filled_quantity, o.denial
            from orders o left join active_positions p using (position_id)
            where coalesce(o.dispatch_id, p.dispatch_id) = ? order by o.created_at, o.attempt
            """;

    private static final String FILLS =
            """
            select f.filled_at, f.side, f.quantity, f.price, f.fees
            from fills f join active_positions p using (position_id)
            where p.dispatch_id = ? order by f.filled_at, f.client_order_id
            """;

    private static final String EXIT =
            """
            select p.state, p.end_reason, p.ended_at, o.exit_price, o.pnl
            from active_positions p left join outcomes o using (position_id)
            where p.dispatch_id = ? order by p.position_id
            """;

    private <T> List<T> rows(String sql, long dispatchId, RowMapper<T> mapper) {
        return jdbc.sql(sql).param(dispatchId).query(mapper).list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getString("symbol"),
                row.getBoolean("chosen"),
                Optional.ofNullable(row.getString("failed_check")),
                Optional.ofNullable(row.getBigDecimal("bid")),
                Optional.ofNullable(row.getBigDecimal("ask")),
                Optional.ofNullable(row.getBigDecimal("delta")),
                Optional.ofNullable(row.getObject("volume", Long.class)),
                Optional.ofNullable(row.getObject("open_interest", Integer.class)),
                Optional.ofNullable(row.getBigDecimal("score")));
    }

    private static OrderLine order(ResultSet row) throws SQLException {
        return new OrderLine(
                instant(row, "created_at"),
                row.getString("client_order_id"),
                row.getString("side"),
                row.getInt("quantity"),
                Optional.ofNullable(row.getBigDecimal("limit_price")),
                row.getString("state"),
                row.getInt("filled_quantity"),
                denied(row));
    }

    private static Optional<Denied> denied(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("denial"))
                .map(DenialCode::valueOf)
                .map(Denied::of);
    }

    private static FillLine fill(ResultSet row) throws SQLException {
        BigDecimal price = row.getBigDecimal("price");
        return new FillLine(
                instant(row, "filled_at"),
                row.getString("side"),
                row.getInt("quantity"),
                price,
                row.getBigDecimal("fees"));
    }

    private static Exit exit(ResultSet row) throws SQLException {
        return new Exit(
                row.getString("state"),
                Optional.ofNullable(row.getString("end_reason")),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getBigDecimal("exit_price")),
                Optional.ofNullable(row.getBigDecimal("pnl")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
