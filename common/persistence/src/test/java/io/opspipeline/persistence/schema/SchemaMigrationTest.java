package io.opspipeline.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.persistence.sql.Database;
import io.opspipeline.testkit.PostgresExtension;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SchemaMigrationTest {

    private static final String ACCOUNT =
            """
            insert into accounts values ('large', 'SIM-1', 'SWING', 'LARGE', 'OPTIONS_ONLY', 60, 500, 5,
                10, 10000, true, now())
            """;

    private static final String SIGNAL =
            """
            insert into dispatch_recommendations (ticker, action, instrument_type, confidence, bar_ts,
                close, sma20, volume_ratio, trend_state, run_length, distance_sma20, rule_version,
                status, created_at, expires_at)
            select 'NVDA', 'BUY_CALL', 'CALL', 0.7, now() - minute * interval '1 minute', 100, 99, 2, 1,
                4, 0.01, '1', 'EXPIRED', now(), now() from generate_series(1, 6) as minute
            """;

    private static final String DISPATCHES =
            """
            insert into dispatch_executions (signal_id, account_id, ticker, action, cause, status, reason,
                symbol, instrument_type, strike, expiry, multiplier, contracts, plan_price, notional,
                filled, reserved, execution_mode, build_id, created_at, ended_at)
            select row, 'large', 'NVDA', 'BUY_CALL', 'SIGNAL', status, reason,
                'NVDA261211C00100000', 'CALL', 100, '2026-12-11', 100, 2, 2.5, 500,
                0, 0, 'SIMULATED', '1', now(), case when reason is null then null else now() end
            from (values (1, 'SKIPPED', 'COST'), (2, 'EXPIRED', 'EXPIRED'),
                (3, 'UNFILLED', 'the ladder ended'), (4, 'REJECTED', 'refused 403/40310000: no'),
                (5, 'FILLED', 'FILLED'), (6, 'PENDING', null)) as old(row, status, reason)
            """;

    private static final String ORDERS =
            """
            insert into orders (client_order_id, account_id, dispatch_id, symbol, side, quantity,
                order_type, limit_price, attempt, state, reason, filled_quantity, filled_value,
                created_at, ended_at)
            select 'c' || row, 'large', 3, 'NVDA261211C00100000', 'BUY', 2, 'LIMIT', 2.5, row, state,
                reason, 0, 0, now(), case state when 'IN_DOUBT' then null else now() end
            from (values (1, 'CANCELED', null), (2, 'CANCELED', 'rate limited until noon'),
                (3, 'EXPIRED', null), (4, 'FILLED', 'time-out'), (5, 'IN_DOUBT', 'time-out'),
                (6, 'LOST', 'SUBMIT_LOST'), (7, 'REJECTED', 'refused 403/40310000: no'),
                (8, 'REJECTED', null)) as old(row, state, reason)
            """;

    private DataSource source;

    @BeforeEach
    void empty(DataSource database) {
        source = database;
        execute("drop schema public cascade");
        execute("create schema public");
    }

    @Test
    @DisplayName("A-2: an empty database migrates to head; a second run applies nothing")
    void migratesOnce() {
        var migration = new SchemaMigration(source);

        assertThatThrownBy(migration::requireCurrent).isInstanceOf(SchemaException.class);
        assertThat(migration.migrate()).isPositive();
        assertThat(migration.migrate()).isZero();
        migration.requireCurrent();
    }

    @Test
    @DisplayName("A-2, incident 74: an altered migration is refused")
    void refusesAnAlteredMigration() {
        var migration = new SchemaMigration(source);
        assertThat(migration.migrate()).isPositive();
        execute("update flyway_schema_history set checksum = 7 where version = '003'");

        assertThatThrownBy(migration::migrate)
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("checksum");
        assertThatThrownBy(migration::requireCurrent).isInstanceOf(SchemaException.class);
    }

    @Test
    @DisplayName("A-3, incident 75: a jar without migrations refuses to start")
    void refusesAJarWithoutMigrations() {
        var migration = new SchemaMigration(source, "classpath:db/nothing");

        assertThatThrownBy(migration::migrate)
                .isInstanceOf(SchemaException.class)
                .hasMessage("no migrations found at classpath:db/nothing");
        assertThatThrownBy(migration::requireCurrent).isInstanceOf(SchemaException.class);
    }

    @Test
    @DisplayName("A-82: denials that older rows tell in words get their code")
    void givesOlderRowsTheirCode() {
        Flyway.configure().dataSource(source).target("014").load().migrate();
        execute(ACCOUNT);
        execute(SIGNAL);
        execute(DISPATCHES);
        execute(ORDERS);
        assertThat(new SchemaMigration(source).migrate()).isPositive();

        assertThat(
                        texts(
                                "select status || ' ' || coalesce(denial, '-') from dispatch_executions order by dispatch_id"))
                .containsExactly(
                        "SKIPPED COST",
                        "EXPIRED SIGNAL_EXPIRED",
                        "UNFILLED LADDER_ENDED",
                        "REJECTED BROKER_REFUSED",
                        "FILLED -",
                        "PENDING -");
        assertThat(texts("select state || ' ' || coalesce(denial, '-') from orders order by 1"))
                .containsExactly(
                        "CANCELED -",
                        "CANCELED RATE_LIMITED",
                        "EXPIRED EXPIRED_AT_BROKER",
                        "FILLED -",
                        "IN_DOUBT NO_ANSWER",
                        "LOST SUBMIT_LOST",
                        "REJECTED BROKER_REFUSED",
                        "REJECTED REJECTED_LATER");
    }

    private List<String> texts(String sql) {
        return Database.over(source).jdbc().sql(sql).query(String.class).list();
    }

    private void execute(String sql) {
        Database.over(source).jdbc().sql(sql).update();
    }
}
