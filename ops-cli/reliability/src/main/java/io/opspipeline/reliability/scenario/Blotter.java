package io.opspipeline.reliability.scenario;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The end of a scenario in a few lines: what became of every signal, order and position, what a
/// person was told, and who may not trade.
final class Blotter {

    private static final String LINES =
            """
            select line from (
              select 1 as part, d.dispatch_id as number, null::timestamptz as at,
                     'signal   ' || d.account_id || ' ' || d.ticker || ' ' || d.status
                     || coalesce(' ' || d.filled || '/' || d.contracts, '')
                     || coalesce(': ' || d.reason, '') as line
              from dispatch_executions d
              union all
              select 2, 0, o.created_at,
                     'order    ' || o.account_id || ' ' || lower(o.side) || ' ' || o.quantity || ' '
                     || o.symbol || ' ' || coalesce('@' || o.limit_price::float8, 'market') || ' '
                     || o.state || ' ' || o.filled_quantity
                     || coalesce(' at ' || round(o.filled_value / nullif(o.filled_quantity, 0), 4)::float8, '')
                     || coalesce(': ' || o.reason, '')
              from orders o
              union all
              select 3, p.position_id, null,
                     'position ' || p.account_id || ' ' || p.symbol || ' ' || p.state || ' '
                     || (p.bought_quantity - p.sold_quantity) || ' of ' || p.bought_quantity
                     || coalesce(', ' || p.end_reason, '')
                     || coalesce(' ' || o.pnl::float8, '')
              from active_positions p left join outcomes o using (position_id)
              union all
              select 4, 0, a.raised_at, 'alert    ' || a.severity || ' ' || a.message
              from alerts a
              union all
              select 5, 0, null, 'trading  ' || t.account_id || ' ' || t.state || ': ' || t.reason
              from trading_states t where t.state <> 'ACTIVE'
            ) lines order by part, number, at, line collate "C"
            """;

    private Blotter() {}

    static String read(DataSource source) {
        List<String> lines =
                JdbcClient.create(source)
                        .sql(LINES)
                        .query((rs, _) -> String.valueOf(rs.getString(1)))
                        .list();
        return String.join("\n", lines);
    }
}
