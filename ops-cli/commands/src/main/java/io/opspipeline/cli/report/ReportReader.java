package io.opspipeline.cli.report;

import io.opspipeline.cli.report.ReportContent.FunnelStep;
import io.opspipeline.cli.report.ReportContent.Mark;
import io.opspipeline.cli.report.ReportContent.Point;
import io.opspipeline.cli.report.ReportContent.Trade;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.local.day.DayResult;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the page's data from a run's database.
final class ReportReader {

    private static final String LOCAL = "to_char(%s at time zone 'America/New_York', 'HH24:MI:SS')";

    private static final String FUNNEL =
            """
            select account_id, step, count from (
              select account_id, 1 as place, 'signals' as step, count(*) as count
              from dispatch_executions group by account_id
              union all
              select account_id, 2, 'passed account gates', count(*) from dispatch_executions d
              where not exists (select from gate_verdicts g where g.dispatch_id = d.dispatch_id
                                and g.result = 'FAILED' and g.gate not in
                                ('EXIT_ROOM', 'COST', 'MAX_EXPOSURE', 'RISK_BUDGET', 'BUYING_POWER'))
              and exists (select from gate_verdicts g where g.dispatch_id = d.dispatch_id)
              group by account_id
              union all
              select account_id, 3, 'found a contract', count(*) from dispatch_executions d
              where exists (select from contract_candidates c
                            where c.dispatch_id = d.dispatch_id and c.chosen) group by account_id
              union all
              select account_id, 4, 'sent', count(*) from dispatch_executions
              where submitted_at is not null group by account_id
              union all
              select account_id, 5, 'filled', count(*) from dispatch_executions
              where filled > 0 group by account_id) steps
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
              from outcomes
              union all
              select p.account_id, p.symbol, p.quantity, p.opened_at, null, p.entry_price, p.last_mid,
                     (p.last_mid - p.entry_price) * p.quantity * p.multiplier,
                     (select sum(fees) from fills f where f.position_id = p.position_id), 'still open'
              from active_positions p where p.ended_at is null) trades
            order by ended_at nulls last, account_id, symbol
            """;

    private final JdbcClient jdbc;

    ReportReader(DataSource source) {
        jdbc = JdbcClient.create(source);
    }

    ReportContent read(DayResult result, Market market) {
        Session session = market.session();
        return new ReportContent(
                result,
                market.tickers().size(),
                market.description().remarks(),
                points(
                        "select account_id, %s, equity from equity_snapshots order by taken_at",
                        "taken_at"),
                prices(session),
                marks(),
                jdbc.sql(FUNNEL)
                        .query((row, _) ->
                                new FunnelStep(row.getString(1), row.getString(2), row.getLong(3)))
                        .list(),
                trades());
    }

    private Map<String, List<Point>> points(String sql, String time) {
        Map<String, List<Point>> points = new TreeMap<>();
        jdbc.sql(sql.formatted(LOCAL.formatted(time)))
                .query((RowCallbackHandler) row -> addPoint(row, points));
        return points;
    }

    private Map<String, List<Point>> prices(Session session) {
        Map<String, List<Point>> points = new TreeMap<>();
        jdbc.sql(
                        """
                        select ticker, %s, close from telemetry_1m
                        where ticker in (select distinct ticker from active_positions)
                        and ts >= ? and ts < ? order by ticker, ts
                        """
                                .formatted(LOCAL.formatted("ts")))
                .param(Timestamp.from(session.open()))
                .param(Timestamp.from(session.close()))
                .query((RowCallbackHandler) row -> addPoint(row, points));
        return points;
    }

    private static void addPoint(ResultSet row, Map<String, List<Point>> points)
            throws SQLException {
        points.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                .add(new Point(row.getString(2), row.getBigDecimal(3)));
    }

    private Map<String, List<Mark>> marks() {
        Map<String, List<Mark>> marks = new TreeMap<>();
        jdbc.sql(
                        """
                        select p.ticker, %s, f.account_id, f.side, p.symbol, f.quantity, f.price,
                               coalesce(o.exit_rule, 'ENTRY')
                        from fills f join active_positions p using (position_id)
                        join orders o using (client_order_id) order by f.filled_at, f.fill_id
                        """
                                .formatted(LOCAL.formatted("f.filled_at")))
                .query(row -> {
                    marks.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(mark(row));
                });
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

    private List<Trade> trades() {
        return jdbc.sql(TRADES)
                .query((row, _) ->
                        new Trade(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getString(4),
                                Optional.ofNullable(row.getString(5)),
                                row.getBigDecimal(6),
                                Optional.ofNullable(row.getBigDecimal(7)),
                                Optional.ofNullable(row.getBigDecimal(8)),
                                row.getBigDecimal(9),
                                row.getString(10)))
                .list();
    }
}
