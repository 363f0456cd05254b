package io.opspipeline.local.day;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everything that happened on a day as canonical JSON lines, and their SHA-256. Lines are ordered
/// by instant, stage, account and natural key; they hold no database ids, no wall times, no run or
/// build ids.
public final class Journal {

    /// Each part gives (instant, stage, account, key, line). Numbers are printed as stored; `jsonb`
    /// sorts the members of a line.
    private static final String LINES =
            """
            select line from (
              select ts + interval '1 minute' as at, 1 as stage, '' as account, ticker as key,
                     jsonb_build_object('bar', ticker, 'ts', ts, 'o', open, 'h', high, 'l', low,
                                        'c', close, 'v', volume, 'source', source) as line
              from telemetry_1m
              union all
              select ts + interval '1 minute', 2, '', ticker,
                     jsonb_build_object('features', ticker, 'ts', ts, 'sma20', sma20, 'sma50', sma50,
                                        'volume_ratio', volume_ratio, 'trend', trend_state,
                                        'run', run_length, 'breakout', breakout,
                                        'alignment', alignment, 'vol', recent_vol, 'atr', atr14,
                                        'rsi', rsi14, 'vwap', vwap)
              from lane_features_1m
              union all
              select created_at, 3, '', ticker,
                     jsonb_build_object('signal', ticker, 'bar', bar_ts, 'action', action,
                                        'confidence', confidence)
              from dispatch_recommendations
              union all
              select coalesce(d.ended_at, d.submitted_at, d.created_at), 4, d.account_id,
                     d.ticker || r.bar_ts,
                     jsonb_build_object('dispatch', d.ticker, 'bar', r.bar_ts, 'status', d.status,
                                        'reason', d.reason, 'symbol', d.symbol,
                                        'contracts', d.contracts, 'plan', d.plan_price)
              from dispatch_executions d join dispatch_recommendations r using (signal_id)
              union all
              select d.created_at, 5, d.account_id, d.ticker || r.bar_ts || g.gate,
                     jsonb_build_object('gate', g.gate, 'ticker', d.ticker, 'bar', r.bar_ts,
                                        'result', g.result, 'observed', g.observed,
                                        'limit', g.limit_value)
              from gate_verdicts g
              join dispatch_executions d using (dispatch_id)
              join dispatch_recommendations r using (signal_id)
              union all
              select created_at, 6, account_id, client_order_id,
                     jsonb_build_object('order', client_order_id, 'symbol', symbol, 'side', side,
                                        'quantity', quantity, 'limit', limit_price,
                                        'state', state, 'filled', filled_quantity,
                                        'value', filled_value)
              from orders
              union all
              select filled_at, 7, account_id, client_order_id || fill_id,
                     jsonb_build_object('fill', client_order_id, 'quantity', quantity,
                                        'price', price, 'fees', fees)
              from fills
              union all
              select e.happened_at, 8, e.account_id, p.symbol || e.kind || e.detail,
                     jsonb_build_object('position', p.symbol, 'kind', e.kind, 'detail', e.detail)
              from position_events e join active_positions p using (position_id)
              union all
              select ended_at, 9, account_id, symbol,
                     jsonb_build_object('outcome', symbol, 'reason', exit_reason, 'pnl', pnl,
                                        'fees', fees, 'entry', entry_price, 'exit', exit_price,
                                        'mae', mae, 'mfe', mfe)
              from outcomes
            ) lines
            order by at, stage, account collate "C", key collate "C", line::text collate "C"
            """;

    private Journal() {}

    /// The hash of a run's journal, 64 hexadecimal digits.
    public static String sha256(DataSource source) {
        MessageDigest digest = sha256();
        JdbcClient.create(source)
                .sql(LINES)
                .query(row -> {
                    digest.update(row.getString(1).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) '\n');
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
