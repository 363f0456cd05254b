package io.opspipeline.cli;

import io.opspipeline.cli.shell.Home;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The traded home's database for tests that change it: what an operator has done can be looked at
/// and is taken back.
public final class OperatedHome {

    private final JdbcClient jdbc = JdbcClient.create(Home.currentDatabase().sessions("test"));

    /// Runs a statement.
    public void change(String sql) {
        jdbc.sql(sql).update();
    }

    /// The first column of what a query gives.
    public List<String> texts(String sql) {
        return jdbc.sql(sql).query((row, _) -> String.valueOf(row.getString(1))).list();
    }

    /// Nothing is stored, and every account is active and buys options only.
    public void reset() {
        change("delete from settings");
        change("delete from settings_audit");
        change("delete from settings_faults");
        change("update settings_reads set mode = 'SIMULATED'");
        change("delete from trading_states");
        change("delete from trading_state_events");
        change("update accounts set actions = 'OPTIONS_ONLY'");
    }
}
