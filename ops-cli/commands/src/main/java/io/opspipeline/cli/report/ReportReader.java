package io.opspipeline.cli.report;

import io.opspipeline.cli.report.ReportContent.FunnelStep;
import io.opspipeline.cli.report.ReportContent.Heading;
import io.opspipeline.cli.report.ReportContent.Mark;
import io.opspipeline.cli.report.ReportContent.Point;
import io.opspipeline.cli.report.ReportContent.Trade;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the page's data from a run's database.
final class ReportReader {

    private static final String TIME = "to_char(%s at time zone 'America/New_York', 'HH24:MI:SS')";

    private static final String FUNNEL =
            """
            select account_id, step, count from (
              select account_id, 1 as place, 'signals' as step, count(*) as count
              from dispatch_executions
              where created_at >= :from and created_at < :to group by account_id
              union all
              select account_id, 2, 'passed account gates', count(*) from dispatch_executions d
              where created_at >= :from and created_at < :to
              and not exists (select from gate_verdicts g where g.dispatch_id = d.dispatch_id
                                and g.result = 'FAILED' and g.gate not in
                                ('EXIT_ROOM', 'COST', 'MAX_EXPOSURE', 'RISK_BUDGET', 'BUYING_POWER'))
              and exists (select from gate_verdicts g where g.dispatch_id = d.dispatch_id)
              group by account_id
              union all
              select account_id, 3, 'found a contract', count(*) from dispatch_executions d
              where created_at >= :from and created_at < :to
              and exists (select from contract_candidates c
                            where c.dispatch_id = d.dispatch_id and c.chosen) group by account_id
              union all
              select account_id, 4, 'sent', count(*) from dispatch_executions
              where created_at >= :from and created_at < :to and submitted_at is not null group by account_id
              union all
              select account_id, 5, 'filled', count(*) from dispatch_executions
              where created_at >= :from and created_at < :to and filled > 0 group by account_id) steps
            order by account_id, place
            """;

    private static final String TRADES =
            """
            select account_id, symbol, quantity,
                   to_char(opened_at at time zone 'America/New_York', 'HH24:MI:SS'),
                   to_char(ended_at at time zone 'America/New_York', 'HH24:MI:SS'),
                   entry_price, exit_price, pnl, fees, reason
            from (
              select account_id, symbol, quantity, opened_at, ended_at, entry_price, exit_price, pnl,
                     fees, exit_reason as reason
              from outcomes where ended_at >= :from and ended_at < :to
              union all
              select p.account_id, p.symbol, p.quantity, p.opened_at, null, p.entry_price,
                     case when p.ended_at is null then p.last_mid end,
                     case when p.ended_at is null
                          then (p.last_mid - p.entry_price) * p.quantity * p.multiplier end,
                     (select sum(fees) from fills f where f.position_id = p.position_id), 'still open'
              from active_positions p where p.opened_at < :to
              and (p.ended_at is null or p.ended_at >= :to)) trades
            order by ended_at nulls last, account_id, symbol
            """;

    private static final String EQUITY =
            """
            select account_id, %s, equity from equity_snapshots
            where taken_at >= :from and taken_at < :to order by taken_at
            """
                    .formatted(TIME.formatted("taken_at"));

    private static final String PRICES =
            """
            select ticker, %s, close from telemetry_1m
            where ticker in (select distinct ticker from active_positions
                             where opened_at < :to and (ended_at is null or ended_at >= :from))
            and ts >= :from and ts < :to
            and (ts at time zone 'America/New_York')::time >= '09:30'
            and (ts at time zone 'America/New_York')::time < '16:00'
            order by ticker, ts
            """
                    .formatted(TIME.formatted("ts"));

    private static final String MARKS =
            """
            select p.ticker, %s, f.account_id, f.side, p.symbol, f.quantity, f.price,
                   coalesce(o.exit_rule, 'ENTRY')
            from fills f join active_positions p using (position_id)
            join orders o using (client_order_id)
            where f.filled_at >= :from and f.filled_at < :to order by f.filled_at, f.fill_id
            """
                    .formatted(TIME.formatted("f.filled_at"));

    private static final String EXITS =
            """
            select reason, count(*) from (
              select exit_reason as reason from outcomes where ended_at >= :from and ended_at < :to
              union all
              select 'PARTIAL' from (select distinct position_id from orders
                  where exit_rule = 'PARTIAL' and filled_quantity > 0
                  and created_at >= :from and created_at < :to) partials) exits
            group by reason
            """;

    private static final String SKIPS =
            """
            select reason, count(*) from dispatch_executions
            where status = 'SKIPPED' and created_at >= :from and created_at < :to group by reason
            """;

    private final JdbcClient jdbc;

    ReportReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The days that something was traded or could have been, oldest first.
    List<LocalDate> days() {
        return jdbc.sql(
                        """
                        select distinct (taken_at at time zone 'America/New_York')::date
                        from equity_snapshots order by 1
                        """)
                .query(LocalDate.class)
                .list();
    }

    ReportContent read(LocalDate date, Heading heading) {
        DayQueries day = new DayQueries(jdbc, date);
        return new ReportContent(
                date,
                heading,
                new AccountCards(day).read(),
                points(day, EQUITY),
                points(day, PRICES),
                marks(day),
                day.rows(
                        FUNNEL,
                        (row, _) ->
                                new FunnelStep(row.getString(1), row.getString(2), row.getLong(3))),
                day.counts(EXITS),
                day.counts(SKIPS),
                day.rows(TRADES, (row, _) -> trade(row)));
    }

    private static Map<String, List<Point>> points(DayQueries day, String sql) {
        Map<String, List<Point>> points = new TreeMap<>();
        day.each(
                sql,
                row ->
                        points.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(new Point(row.getString(2), row.getBigDecimal(3))));
        return points;
    }

    private static Map<String, List<Mark>> marks(DayQueries day) {
        Map<String, List<Mark>> marks = new TreeMap<>();
        day.each(
                MARKS,
                row ->
                        marks.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(mark(row)));
        return marks;
    }

    private static Mark mark(ResultSet row) throws SQLException {
        BigDecimal price = row.getBigDecimal(7);
        return new Mark(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                price,
                row.getString(8));
    }

    private static Trade trade(ResultSet row) throws SQLException {
        return new Trade(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                row.getBigDecimal(6),
                Optional.ofNullable(row.getBigDecimal(7)),
                Optional.ofNullable(row.getBigDecimal(8)),
                row.getBigDecimal(9),
                row.getString(10));
    }
}
