package io.opspipeline.cli;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opspipeline.cli.shell.Home;
import io.opspipeline.persistence.sql.Database;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The traded home's database for tests that change it: what an operator has done can be looked at
/// and is taken back.
public final class OperatedHome {

    private static final String BLOCKED =
            """
            select pid from pg_stat_activity
            where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
            """;

    private final JdbcClient jdbc = JdbcClient.create(Home.currentDatabase().sessions("test"));

    /// Runs a statement.
    public void change(String sql) {
        jdbc.sql(sql).update();
    }

    /// The first column of what a query gives.
    public List<String> texts(String sql) {
        return jdbc.sql(sql).query((row, _) -> String.valueOf(row.getString(1))).list();
    }

    /// The same database over a session of its own.
    public Database another() {
        return Database.over(Home.currentDatabase().sessions("another"));
    }

    /// Returns when a session waits for a lock of another.
    public void awaitBlocked() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    while (texts(BLOCKED).isEmpty()) {
                        Thread.onSpinWait();
                    }
                });
    }

    /// An account holds ten shares of XOM, which was not traded.
    public void hold(String account) {
        change(
                """
                insert into active_positions (account_id, ticker, symbol, instrument_type,
                    multiplier, strategy, origin, state, quantity, bought_quantity, bought_value,
                    sold_quantity, sold_value, entry_price, stop_loss, take_profit,
                    max_hold_minutes, partial_taken, opened_at, build_id)
                values ('%s', 'XOM', 'XOM', 'STOCK', 1, 'DAY', 'ADOPTED', 'OPEN', 10, 10, 1000, 0,
                    0, 100, 97, 106, 240, false, '2025-07-03T14:00:00Z', 'test')
                """
                        .formatted(account));
    }

    /// Nothing is stored, and every account is active and buys options only.
    public void reset() {
        change("delete from settings");
        change("delete from settings_audit");
        change("delete from settings_faults");
        change("update settings_reads set mode = 'SIMULATED'");
        change("delete from trading_states");
        change("delete from trading_state_events");
        change("delete from active_positions where ticker = 'XOM'");
        change("update accounts set actions = 'OPTIONS_ONLY', enabled = true");
        change(
                """
                update accounts set daily_loss_limit = 100, max_positions = 2, daily_entries = 4,
                    max_exposure = 400
                where account_id = 'tiny'
                """);
    }
}
