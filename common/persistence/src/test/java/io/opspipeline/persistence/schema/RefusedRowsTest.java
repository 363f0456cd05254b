package io.opspipeline.persistence.schema;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.MSFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

@ExtendWith(PostgresExtension.class)
class RefusedRowsTest {

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
        Entry.held(scene, LARGE, AAPL);
    }

    @DisplayName("A-5, A-6, A-56, incidents 2, 14, 62: the schema refuses rows that cannot be")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update active_positions set account_id = 'nobody'",
                "update active_positions set account_id = null",
                "update dispatch_executions set account_id = 'nobody'",
                "update active_positions set instrument_type = null",
                "update active_positions set instrument_type = 'PUT'",
                "update active_positions set symbol = 'AAPL'",
                "update active_positions set symbol = 'AAPL261211C00101000'",
                "update active_positions set symbol = 'AAPL261218C00100000'",
                "update active_positions set strike = null",
                "update active_positions set expiry = null",
                "update active_positions set multiplier = 1",
                "update active_positions set instrument_type = 'STOCK'",
                "update active_positions set quantity = 0",
                "update active_positions set state = 'CLOSED'",
                "update dispatch_executions set account_id = null",
                "update dispatch_executions set symbol = null",
                "update dispatch_executions set symbol = 'AAPL'",
                "update dispatch_executions set instrument_type = null",
                "update dispatch_executions set instrument_type = 'STOCK'",
                "update dispatch_executions set reason = null",
                "update dispatch_executions set build_id = ''",
                "update dispatch_executions set denial = 'COST'",
                "update orders set denial = 'NO_ANSWER'",
                "update orders set denial = 'MOOD', reason = 'mood'",
                "update orders set state = 'LOST'",
                "update orders set limit_price = null",
                "update orders set side = 'SELL'",
                "insert into outcomes select position_id, 'nobody' from active_positions"
            })
    void refuses(String sql) {
        assertThatThrownBy(() -> update(sql)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @DisplayName("A-7, incident 36: a longest hold is above zero, and every position has one")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update active_positions set max_hold_minutes = 240",
                "update active_positions set max_hold_sessions = 0",
                "update active_positions set max_hold_sessions = null",
                "update active_positions set strategy = 'DAY'",
                "update active_positions set strategy = 'DAY', max_hold_sessions = null",
                "update active_positions set strategy = 'DAY', max_hold_sessions = null, max_hold_minutes = 0"
            })
    void refusesAHoldOfNothing(String sql) {
        assertThatThrownBy(() -> update(sql)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("incident 26: an account holds a contract in one open position")
    void refusesASecondOpenPosition() {
        Entry.held(scene, LARGE, MSFT);

        assertThatThrownBy(() ->
                        update(
                                """
                                update active_positions set (symbol, ticker) =
                                    (select symbol, ticker from active_positions where ticker = 'AAPL')
                                """))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    @DisplayName("incidents 2, 14, 62: no column of any table has a default that could be meant")
    void makesNothingUp() {
        assertThat(
                        scene.texts(
                                """
                                select table_name || '.' || column_name from information_schema.columns
                                where table_schema = 'public' and column_default is not null
                                and table_name <> 'flyway_schema_history'
                                """))
                .isEmpty();
    }

    private void update(String sql) {
        scene.database.jdbc().sql(sql).update();
    }
}
