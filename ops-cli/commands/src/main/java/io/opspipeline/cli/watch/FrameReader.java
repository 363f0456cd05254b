package io.opspipeline.cli.watch;

import io.opspipeline.cli.market.MarketMoment;
import io.opspipeline.cli.position.HeldReader;
import io.opspipeline.cli.watch.Frame.AccountLine;
import io.opspipeline.cli.watch.Frame.AlertLine;
import io.opspipeline.cli.watch.Frame.OrderLine;
import io.opspipeline.cli.watch.Frame.SignalLine;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.store.Accounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads a frame: one pass of small queries, each over an index.
final class FrameReader {

    private static final String ACCOUNTS =
            """
            select a.account_id, round(e.equity, 2) as equity, a.daily_loss_limit,
                   case when e.taken_at >= :day
                        then round(e.realised_today + e.unrealised_today, 2) end as profit,
                   p.open, a.max_positions, d.entries, a.daily_entries, p.exposure, a.max_exposure
            from accounts a
            left join lateral (select * from equity_snapshots s
                where s.account_id = a.account_id order by taken_at desc limit 1) e on true
            cross join lateral (select count(*) as open,
                    coalesce(sum(entry_price * quantity * multiplier), 0) as exposure
                from active_positions h
                where h.account_id = a.account_id and h.state in ('OPEN', 'CLOSING')) p
            cross join lateral (select count(*) as entries from dispatch_executions x
                where x.account_id = a.account_id and x.submitted_at >= :day and x.filled > 0) d
            order by a.account_id
            """;

    private static final String SIGNALS =
            """
            select r.created_at, r.ticker, r.action, r.confidence,
                   coalesce((select string_agg(d.account_id || ' ' || d.status
                            || coalesce(' ' || nullif(d.reason, d.status), ''), ', '
                            order by d.account_id)
                    from dispatch_executions d where d.signal_id = r.signal_id), '') as dispositions
            from (select * from dispatch_recommendations order by created_at desc limit 6) r
            order by r.created_at desc, r.ticker
            """;

    private static final String ORDERS =
            """
            select created_at, account_id, side, symbol, quantity, filled_quantity, limit_price,
                   round(filled_value / nullif(filled_quantity, 0), 4) as price, state
            from orders order by created_at desc limit 6
            """;

    private static final String ALERTS =
            "select raised_at, severity, message from alerts order by raised_at desc limit 4";

    private static final String BUILD =
            "select build_id from job_runs order by started_at desc limit 1";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ServiceLines services;
    private final InstantSource run;

    FrameReader(DataSource source, ServiceLines services, InstantSource run) {
        Database database = Database.over(source);
        this.jdbc = database.jdbc();
        this.accounts = new PostgresAccounts(database);
        this.services = services;
        this.run = run;
    }

    Frame read() {
        MarketMoment now = MarketMoment.read(jdbc, run);
        return new Frame(
                now,
                jdbc.sql(BUILD).query(String.class).optional(),
                jdbc.sql(ACCOUNTS)
                        .param("day", day(now))
                        .query((row, _) -> account(row, now))
                        .list(),
                services.read(jdbc, now),
                new HeldReader(jdbc).read(now, Optional.empty()),
                jdbc.sql(SIGNALS).query((row, _) -> signal(row)).list(),
                jdbc.sql(ORDERS).query((row, _) -> order(row)).list(),
                jdbc.sql(ALERTS).query((row, _) -> alert(row)).list());
    }

    private static Timestamp day(MarketMoment now) {
        return Timestamp.from(
                now.at().map(NewYork::dateOf).map(NewYork::startOf).orElse(Instant.EPOCH));
    }

    private AccountLine account(ResultSet row, MarketMoment now) throws SQLException {
        String id = row.getString("account_id");
        TradingStatus status =
                accounts.tradingStatus(new AccountId(id), now.at().orElse(Instant.EPOCH));
        return new AccountLine(
                id,
                status.state().name(),
                status.until(),
                Optional.ofNullable(row.getBigDecimal("equity")),
                Optional.ofNullable(row.getBigDecimal("profit")),
                row.getBigDecimal("daily_loss_limit"),
                row.getLong("open"),
                row.getLong("max_positions"),
                row.getLong("entries"),
                row.getLong("daily_entries"),
                row.getBigDecimal("exposure"),
                row.getBigDecimal("max_exposure"));
    }

    private static SignalLine signal(ResultSet row) throws SQLException {
        return new SignalLine(
                row.getTimestamp("created_at").toInstant(),
                row.getString("ticker"),
                row.getString("action"),
                row.getDouble("confidence"),
                row.getString("dispositions"));
    }

    private static OrderLine order(ResultSet row) throws SQLException {
        return new OrderLine(
                row.getTimestamp("created_at").toInstant(),
                row.getString("account_id"),
                row.getString("side"),
                row.getString("symbol"),
                row.getInt("quantity"),
                row.getInt("filled_quantity"),
                Optional.ofNullable(row.getBigDecimal("limit_price")),
                Optional.ofNullable(row.getBigDecimal("price")),
                row.getString("state"));
    }

    private static AlertLine alert(ResultSet row) throws SQLException {
        return new AlertLine(
                row.getTimestamp("raised_at").toInstant(),
                row.getString("severity"),
                row.getString("message"));
    }
}
