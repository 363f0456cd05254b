package io.opspipeline.cli.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The queries that people ask most; newest rows first where there is a time.
enum NamedQuery {
    TRADES(
            "positions that ended, with what they earned",
            Columns.time("ended_at").withTicker("ticker").withAccount("account_id"),
            """
            select account_id as account, symbol, quantity, entry_price, exit_price, pnl, fees,
                   exit_reason, round(r_multiple::numeric, 2) as r,
                   opened_at, ended_at, held_seconds / 60 as minutes
            from outcomes where true {filters} order by ended_at desc, symbol
            """),
    POSITIONS(
            "positions held, with mark, stop and target",
            Columns.time("opened_at").withTicker("ticker").withAccount("account_id"),
            """
            select account_id as account, ticker, symbol, quantity, entry_price, last_mark,
                   stop_loss, take_profit, peak_mark, state, opened_at
            from active_positions where ended_at is null {filters} order by account_id, symbol
            """),
    SIGNALS(
            "signals to buy",
            Columns.time("created_at").withTicker("ticker"),
            """
            select created_at as at, ticker, action, instrument_type,
                   round(confidence::numeric, 3) as confidence, close,
                   round(volume_ratio::numeric, 2) as volume_ratio, trend_state, breakout, status
            from dispatch_recommendations where true {filters} order by created_at desc, ticker
            """),
    SKIPS(
            "why signals did not become trades",
            Columns.time("d.ended_at").withTicker("d.ticker").withAccount("d.account_id"),
            """
            select d.account_id as account, d.reason as code, count(*) as signals,
                   max(d.ended_at) as last_at,
                   (array_agg(d.ticker order by d.ended_at desc))[1] as last_ticker,
                   (array_agg(g.observed order by d.ended_at desc))[1] as last_observed,
                   (array_agg(g.limit_value order by d.ended_at desc))[1] as limit
            from dispatch_executions d
            left join gate_verdicts g on g.dispatch_id = d.dispatch_id and g.gate = d.reason
            where d.status = 'SKIPPED' {filters} group by d.account_id, d.reason
            order by count(*) desc, d.account_id, d.reason
            """),
    DISPATCHES(
            "what became of each signal in each account",
            Columns.time("created_at").withTicker("ticker").withAccount("account_id"),
            """
            select created_at as at, account_id as account, ticker, action, status, denial, reason, symbol,
                   contracts, plan_price, fill_price, notional, execution_mode
            from dispatch_executions where true {filters} order by created_at desc, ticker, account_id
            """),
    ORDERS(
            "orders sent",
            Columns.time("created_at")
                    .withTicker("regexp_replace(symbol, '[0-9]{6}[CP][0-9]{8}$', '')")
                    .withAccount("account_id"),
            """
            select created_at as at, client_order_id, side, symbol, quantity, limit_price, state,
                   filled_quantity, denial, reason
            from orders where true {filters} order by created_at desc, client_order_id
            """),
    FEATURES(
            "features of the newest bars",
            Columns.time("ts").withTicker("ticker"),
            """
            select ticker, ts, close, round(sma20::numeric, 3) as sma20,
                   round(volume_ratio::numeric, 2) as volume_ratio, trend_state, run_length,
                   breakout, round(alignment::numeric, 2) as alignment,
                   round(rsi14::numeric, 1) as rsi14
            from lane_features_1m where true {filters} order by ts desc, ticker
            """),
    TELEMETRY(
            "minute bars",
            Columns.time("ts").withTicker("ticker"),
            """
            select ticker, ts, open, high, low, close, volume, source, feed
            from telemetry_1m where true {filters} order by ts desc, ticker
            """),
    WATCHLIST(
            "the ranked watchlist",
            Columns.time("entered_at").withTicker("ticker"),
            """
            select rank, ticker, round(score::numeric, 1) as score,
                   round(setup_score::numeric, 2) as setup,
                   round(volume_score::numeric, 2) as volume,
                   round(sentiment_score::numeric, 2) as sentiment,
                   round(performance_score::numeric, 2) as performance, entered_at
            from watchlist_state where true {filters} order by rank
            """),
    NEWS(
            "news with sentiment",
            Columns.time("published_at"),
            """
            select published_at, title, sentiment_score from news_items where true {filters}
            order by published_at desc
            """),
    EQUITY(
            "equity of the accounts over the day",
            Columns.time("taken_at").withAccount("account_id"),
            """
            select taken_at, account_id as account, equity, cash, realised_today,
                   unrealised_today, open_positions
            from equity_snapshots where true {filters} order by taken_at desc, account_id
            """);

    private final String description;
    private final Columns columns;
    private final String sql;

    NamedQuery(String description, Columns columns, String sql) {
        this.description = description;
        this.columns = columns;
        this.sql = sql;
    }

    /// The name as people type it.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    /// What it can be narrowed by.
    Columns columns() {
        return columns;
    }

    /// The statement.
    ///
    /// @param filters conditions that begin with `and`, or nothing
    String sql(String filters) {
        return sql.replace("{filters}", filters);
    }

    static Optional<NamedQuery> of(String label) {
        return Arrays.stream(values()).filter(query -> query.label().equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(NamedQuery::label).toList();
    }

    /// The columns that a query can be narrowed by.
    ///
    /// @param time when a row came to be
    /// @param ticker whose stock it is about; empty when about none
    /// @param account whose it is; empty when nobody's
    record Columns(String time, Optional<String> ticker, Optional<String> account) {

        private static Columns time(String column) {
            return new Columns(column, Optional.empty(), Optional.empty());
        }

        private Columns withTicker(String column) {
            return new Columns(time, Optional.of(column), account);
        }

        private Columns withAccount(String column) {
            return new Columns(time, ticker, Optional.of(column));
        }
    }
}
