package io.opspipeline.persistence.query;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
@DisplayName("A-117, incident 85: custom SQL reads and does nothing else")
class ReadOnlyQueriesTest {

    private Scene scene;
    private ReadOnlyQueries queries;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
        queries = new ReadOnlyQueries(source, Duration.ofSeconds(5), 2);
    }

    @Test
    void readsRows() {
        Entry.held(scene, LARGE, AAPL);

        QueryResult result =
                queries.run(
                        """
                        -- what is held; nothing else
                        select ticker, quantity, ended_at from active_positions;
                        """);

        assertThat(result)
                .isEqualTo(
                        new QueryResult(
                                List.of("ticker", "quantity", "ended_at"),
                                List.of(
                                        List.of(
                                                Optional.of("AAPL"),
                                                Optional.of("2"),
                                                Optional.empty())),
                                false));
    }

    @Test
    void cutsLongResults() {
        QueryResult result = queries.run("select * from generate_series(1, 3)");

        assertThat(result.rows()).hasSize(2);
        assertThat(result.isCut()).isTrue();
        assertThat(queries.run("values (1), (2)").isCut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; delete from accounts",
                "select 1; select 2",
                "",
                "delete from accounts",
                "update accounts set enabled = false",
                "commit",
                "copy accounts to program 'true'",
                "do $$ begin delete from accounts; end $$",
                "set role none",
                "/* select */ drop table accounts",
                "with gone as (delete from accounts returning 1) select * from gone",
                "with new as (insert into capabilities values ('a', 'b', '2026-01-01') returning 1) select * from new",
                "explain analyze delete from trading_states",
                "select * into copied from accounts",
                "select * from accounts for update",
                "select ensure_day_partitions('2026-11-19')",
                "select pg_read_file('/etc/passwd')",
                "select set_config('role', 'none', true)",
                "select query_to_xml('select 1', true, true, '')",
                "select U&\"set\\005fconfig\"('role', 'none', true)",
                "select pg_advisory_lock(1)",
                "select nothing from nowhere"
            })
    void refuses(String sql) {
        assertThatThrownBy(() -> queries.run(sql)).isInstanceOf(QueryException.class);
        assertThat(scene.accounts.all()).hasSize(2);
    }

    @Test
    void saysWhatWasWrong() {
        assertThatThrownBy(() -> queries.run("select 1; select 2"))
                .hasMessage("give one statement, these are 2");
        assertThatThrownBy(() -> queries.run("truncate accounts"))
                .hasMessageStartingWith("'truncate' is not a query");
        assertThatThrownBy(() ->
                        queries.run("with gone as (delete from accounts returning 1) select 1"))
                .hasMessageStartingWith("only reading is allowed");
    }

    @Test
    void stopsWhatTakesTooLong(DataSource source) {
        var hasty = new ReadOnlyQueries(source, Duration.ofMillis(20), 2);

        assertThatThrownBy(() -> hasty.run("select pg_sleep(60)"))
                .hasMessage("took longer than 20 ms");
    }
}
