package io.opspipeline.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.dispatch.DispatchStatus;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.persistence.alert.DeliveryChannel;
import io.opspipeline.persistence.alert.DeliveryState;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.setting.SettingInForce;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.testkit.PostgresExtension;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(PostgresExtension.class)
class ChecksMatchEnumsTest {

    @DisplayName("A-7: status columns allow exactly the constants of their enum")
    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("columns")
    void allowExactlyTheConstants(
            String table, String column, Class<? extends Enum<?>> type, DataSource source) {
        List<String> constants =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).sorted().toList();

        assertThat(allowed(source, table, column)).isEqualTo(constants);
    }

    @Test
    @DisplayName("A-82: the database takes exactly the codes of denials, where a reason is stored")
    void takesExactlyTheDenialCodes(DataSource source) {
        List<String> constants =
                Arrays.stream(DenialCode.values()).map(Enum::name).sorted().toList();

        assertThat(
                        Database.over(source)
                                .jdbc()
                                .sql(
                                        """
                                        select word[1] from pg_constraint
                                        cross join lateral regexp_matches(pg_get_constraintdef(oid), '''([A-Z_]+)''', 'g') as word
                                        where contypid = 'denial_code'::regtype
                                        order by word[1] collate "C"
                                        """)
                                .query(String.class)
                                .list())
                .isEqualTo(constants);
        assertThat(
                        Database.over(source)
                                .jdbc()
                                .sql(
                                        """
                                        select table_name || '.' || column_name from information_schema.columns
                                        where domain_name = 'denial_code' order by 1
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("dispatch_executions.denial", "orders.denial");
    }

    static Stream<Arguments> columns() {
        return Stream.of(
                arguments("accounts", "strategy", Strategy.class),
                arguments("accounts", "tier", Tier.class),
                arguments("accounts", "actions", AllowedActions.class),
                arguments("trading_states", "state", TradingState.class),
                arguments("trading_state_events", "state", TradingState.class),
                arguments("job_runs", "job", JobName.class),
                arguments("job_runs", "cause", Cause.class),
                arguments("job_leases", "job", JobName.class),
                arguments("alerts", "severity", Alerts.Severity.class),
                arguments("alert_channels", "channel", DeliveryChannel.class),
                arguments("alert_deliveries", "state", DeliveryState.class),
                arguments("settings_reads", "mode", Provenance.Mode.class),
                arguments("settings_in_force", "source", SettingInForce.Source.class),
                arguments("ticker_universe", "source", UniverseRow.Source.class),
                arguments("telemetry_1m", "source", BarSource.class),
                arguments("telemetry_gaps", "reason", Bars.GapReason.class),
                arguments("dispatch_recommendations", "instrument_type", InstrumentType.class),
                arguments("dispatch_executions", "status", DispatchStatus.class),
                arguments("dispatch_executions", "execution_mode", Provenance.Mode.class),
                arguments("gate_verdicts", "gate", GateCode.class),
                arguments("gate_verdicts", "result", GateVerdict.Result.class),
                arguments("active_positions", "state", PositionState.class),
                arguments("active_positions", "origin", PositionOrigin.class),
                arguments("active_positions", "closing_rule", ExitReason.class),
                arguments("orders", "exit_rule", ExitReason.class),
                arguments("orders", "state", OrderState.class),
                arguments("orders", "side", Side.class),
                arguments("orders", "order_type", OrderType.class),
                arguments("fills", "side", Side.class),
                arguments("outside_fills", "side", Side.class),
                arguments("outcomes", "instrument_type", InstrumentType.class));
    }

    /// The texts of the check on one column alone.
    private static List<String> allowed(DataSource source, String table, String column) {
        return Database.over(source)
                .jdbc()
                .sql(
                        """
                        select word[1] from pg_constraint
                        cross join lateral regexp_matches(pg_get_constraintdef(oid), '''([A-Z_]+)''', 'g') as word
                        where conrelid = cast(:table as regclass) and contype = 'c'
                            and conkey = array[(select attnum from pg_attribute
                                where attrelid = conrelid and attname = :column)]
                        order by word[1] collate "C"
                        """)
                .param("table", table)
                .param("column", column)
                .query(String.class)
                .list();
    }
}
