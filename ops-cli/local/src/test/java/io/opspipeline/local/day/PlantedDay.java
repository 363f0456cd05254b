package io.opspipeline.local.day;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.venue.AccountView;
import io.opspipeline.exchange.venue.Books;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database with one account and what a test plants in it by SQL, and the empty books of an
/// exchange. The trades of [#trade] keep every statement about the database.
final class PlantedDay {

    static final String TEN = "'2025-06-12T14:00:00Z'";
    private static final String ELEVEN = "'2025-06-12T15:00:00Z'";

    private final DataSource source;
    private final JdbcClient jdbc;

    PlantedDay(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        sql(
                """
                insert into accounts values ('large', 'SIM000001', 'SWING', 'LARGE', 'OPTIONS_ONLY',
                    60, 500, 1, 10, 1000, true, %s)
                """
                        .formatted(TEN));
    }

    DataSource source() {
        return source;
    }

    void sql(String statement) {
        jdbc.sql(statement).update();
    }

    /// A signal, its filled entry, its position and that position's end: ids as given.
    void trade(int id, String ticker) {
        signal(id, ticker);
        sql(
                """
                insert into dispatch_executions (dispatch_id, signal_id, account_id, ticker, action,
                    cause, status, reason, instrument_type, symbol, strike, expiry, multiplier,
                    contracts, filled, plan_price, notional, reserved, execution_mode, build_id,
                    created_at, submitted_at, ended_at)
                overriding system value
                values (%1$d, %1$d, 'large', '%2$s', 'BUY_CALL', 'SIGNAL', 'FILLED', 'filled',
                    'CALL', '%2$s250620C00100000', 100, '2025-06-20', 100, 2, 2, 2.50, 500, 0,
                    'SIMULATED', 'build', %3$s, %3$s, %3$s)
                """
                        .formatted(id, ticker, TEN));
        position(id, ticker);
        order(id, ticker, "BUY");
        fill(id, ticker, "BUY", 2);
        close(id, ticker);
    }

    /// A signal.
    void signal(int id, String ticker) {
        sql(
                """
                insert into dispatch_recommendations (signal_id, ticker, action, instrument_type,
                    confidence, bar_ts, close, sma20, volume_ratio, trend_state, run_length,
                    distance_sma20, rule_version, status, created_at, expires_at)
                overriding system value
                values (%d, '%s', 'BUY_CALL', 'CALL', 0.7, %s, 100, 99, 2, 1, 3, 0.01, 'rule', 'OPEN',
                    %s, %s)
                """
                        .formatted(id, ticker, TEN, TEN, ELEVEN));
    }

    /// A signal that an account skipped, without verdicts.
    void skip(int id, String ticker) {
        signal(id, ticker);
        sql(
                """
                insert into dispatch_executions (dispatch_id, signal_id, account_id, ticker, action,
                    cause, status, reason, denial, filled, reserved, execution_mode, build_id,
                    created_at, ended_at)
                overriding system value
                values (%1$d, %1$d, 'large', '%2$s', 'BUY_CALL', 'SIGNAL', 'SKIPPED', 'COST', 'COST', 0, 0,
                    'SIMULATED', 'build', %3$s, %3$s)
                """
                        .formatted(id, ticker, TEN));
    }

    /// An open position of two contracts.
    void position(int id, String ticker) {
        sql(
                """
                insert into active_positions (position_id, account_id, dispatch_id, ticker, symbol,
                    instrument_type, strike, expiry, multiplier, strategy, origin, state, quantity,
                    bought_quantity, bought_value, sold_quantity, sold_value, entry_price, stop_loss,
                    take_profit, max_hold_sessions, partial_taken, opened_at, build_id)
                overriding system value
                values (%1$d, 'large', %1$d, '%2$s', '%2$s250620C00100000', 'CALL', 100,
                    '2025-06-20', 100, 'SWING', 'DISPATCH', 'OPEN', 2, 2, 5.00, 0, 0, 2.50,
                    1.90, 3.75, 5, false, %3$s, 'build')
                """
                        .formatted(id, ticker, TEN));
    }

    /// A filled order of two contracts.
    void order(int id, String ticker, String side) {
        boolean buys = side.equals("BUY");
        sql(
                """
                insert into orders (client_order_id, account_id, dispatch_id, position_id, exit_rule,
                    symbol, side, quantity, order_type, limit_price, attempt, state, filled_quantity,
                    filled_value, created_at, ended_at)
                values ('%1$s', 'large', %2$s, %3$s, %4$s, '%5$s250620C00100000', '%6$s', 2, 'LIMIT',
                    2.50, 1, 'FILLED', 2, 5.00, %7$s, %7$s)
                """
                        .formatted(
                                clientOrderId(ticker, side),
                                buys ? id : "null",
                                buys ? "null" : id,
                                buys ? "null" : "'STOP_LOSS'",
                                ticker,
                                side,
                                TEN));
    }

    /// An execution at 2.50.
    void fill(int id, String ticker, String side, int quantity) {
        sql(
                """
                insert into fills values ('%s', '%s', 'large', %d, '%s', %d, 2.50, 0.05, %s)
                """
                        .formatted(
                                clientOrderId(ticker, side),
                                ticker + side,
                                id,
                                side,
                                quantity,
                                TEN));
    }

    private void close(int id, String ticker) {
        order(id, ticker, "SELL");
        fill(id, ticker, "SELL", 2);
        sql(
                """
                update active_positions set state = 'CLOSED', quantity = 0, sold_quantity = 2,
                    sold_value = 5.00, ended_at = %s, end_reason = 'STOP_LOSS'
                where position_id = %d
                """
                        .formatted(ELEVEN, id));
        sql(
                """
                insert into outcomes (position_id, account_id, ticker, symbol, strategy,
                    instrument_type, end_state, exit_reason, quantity, entry_price, exit_price, pnl,
                    fees, held_seconds, opened_at, ended_at)
                values (%d, 'large', '%2$s', '%2$s250620C00100000', 'SWING', 'CALL', 'CLOSED',
                    'STOP_LOSS', 2, 2.50, 2.50, -0.10, 0.10, 3600, %3$s, %4$s)
                """
                        .formatted(id, ticker, TEN, ELEVEN));
    }

    static String clientOrderId(String ticker, String side) {
        return "large-" + ticker + "-" + side;
    }

    /// The books of an exchange that took no order.
    static Books emptyBooks() {
        return books("121000", "121000");
    }

    static Books books(String opening, String cash) {
        var account =
                new AccountView(
                        new AccountId("large"),
                        "SIM000001",
                        2,
                        false,
                        Money.of(opening),
                        Money.of(cash),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO);
        return new Books(
                Instant.parse("2025-06-12T20:00:00Z"),
                List.of(
                        new Books.AccountBooks(
                                account, List.of(), List.of(), List.of(), List.of(), List.of(),
                                List.of())));
    }
}
