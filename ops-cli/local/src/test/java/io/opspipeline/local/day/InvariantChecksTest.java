package io.opspipeline.local.day;

import static io.opspipeline.local.day.PlantedDay.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.PostgresExtension;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each statement must be able to fail: a violation is planted, and it must be named.
@ExtendWith(PostgresExtension.class)
class InvariantChecksTest {

    private static final String NVDA = "NVDA250620C00100000";

    private PlantedDay day;

    @BeforeEach
    void plant(DataSource source) {
        day = new PlantedDay(source);
    }

    @Test
    void findsNothingWrongInADayWithoutTrades() {
        assertThat(broken()).isEmpty();
    }

    @Test
    @DisplayName("A-130: trades that the exchange does not know are named one by one")
    void namesTradesThatTheExchangeDoesNotKnow() {
        day.trade(1, "NVDA");
        day.sql("update orders set broker_order_id = client_order_id");

        assertThat(broken())
                .containsExactly(
                        "orders agree with the exchange: large large-NVDA-BUY is 0 there and 2 here",
                        "orders agree with the exchange: large large-NVDA-SELL is 0 there and 2 here",
                        "fills agree with the exchange: large large-NVDA-BUY is 0 there and 5.0000 here",
                        "fills agree with the exchange: large large-NVDA-SELL is 0 there and 5.0000 here",
                        "fees agree with the exchange: large all is 0 there and 0.10 here");
    }

    @Test
    void namesAPositionThatTheExchangeDoesNotHold() {
        day.trade(1, "NVDA");
        open();

        assertThat(broken())
                .contains(
                        "positions agree with the exchange: large %s is 0 there and 2 here"
                                .formatted(NVDA));
    }

    @Test
    @DisplayName("A-99: a trade by hand that the exchange does not have is named")
    void namesATradeByHandThatTheExchangeDoesNotHave() {
        day.trade(1, "NVDA");
        day.sql(
                """
                insert into outside_fills
                select account_id, '20251119::x', position_id, 'b', 'BUY', 1, 2.50, 0.05, %s
                from active_positions
                """
                        .formatted(TEN));

        assertThat(broken())
                .contains(
                        "trades by hand agree with the exchange: large x is 0 there and 2.55 here");
    }

    @Test
    void namesCashThatDoesNotFollowFromTheFills() {
        var books = PlantedDay.books("121000", "120900");

        assertThat(new InvariantChecks(day.source(), () -> books).check().broken())
                .singleElement()
                .asString()
                .startsWith("cash follows from the fills: large is off by");
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                violation(
                        "at most one working order per account, symbol and side: large %s SELL"
                                .formatted(NVDA),
                        day -> {
                            day.order(1, "NVDA2", "SELL");
                            day.sql("update orders set symbol = '%s'".formatted(NVDA));
                            day.sql(
                                    """
                                    update orders set state = 'SUBMITTED', ended_at = null
                                    where side = 'SELL'
                                    """);
                        }),
                violation(
                        "the fills of a position add up to its quantity: large " + NVDA,
                        day -> day.sql("delete from fills where side = 'SELL'")),
                violation(
                        "the fills of an order add up to what it says is filled: large-NVDA-BUY",
                        day -> day.sql("update fills set quantity = 1 where side = 'BUY'")),
                violation(
                        "no order is filled beyond its quantity: large-NVDA-SELL",
                        day -> day.sql("update orders set quantity = 1 where side = 'SELL'")),
                violation(
                        "no order and no entry is left working after the close: large-NVDA-BUY",
                        day ->
                                day.sql(
                                        """
                                        update orders set state = 'SUBMITTED', ended_at = null
                                        where side = 'BUY'
                                        """)),
                violation(
                        "no order and no entry is left working after the close:"
                                + " large NVDA SUBMITTED",
                        day ->
                                day.sql(
                                        """
                                        update dispatch_executions
                                        set status = 'SUBMITTED', ended_at = null
                                        """)),
                violation(
                        "every open position is watched: large " + NVDA,
                        InvariantChecksTest::openAndMarkedEarly),
                violation(
                        "every open position is watched: large " + NVDA,
                        day -> {
                            openAndMarkedEarly(day);
                            day.sql("update active_positions set last_mark_at = null");
                        }),
                violation(
                        "entries and their positions at once stay within the account's limit:"
                                + " large has 2",
                        day -> {
                            day.trade(2, "AMD");
                            open(day);
                        }),
                violation(
                        "entries and their positions at once stay within the account's exposure:"
                                + " large has 1200",
                        day -> {
                            open(day);
                            day.sql("update active_positions set entry_price = 6");
                            day.sql("update dispatch_executions set plan_price = 6");
                        }),
                violation(
                        "no entry in options is larger than the account's tier allows: large "
                                + NVDA
                                + " 11",
                        day -> day.sql("update dispatch_executions set contracts = 11")),
                violation(
                        "no entry was sent after the day's closed trades alone had lost the limit:"
                                + " large AMD",
                        InvariantChecksTest::enterAfterALoss),
                violation(
                        "what is held after a flatten or a daily loss is being closed: large "
                                + NVDA,
                        day -> {
                            open(day);
                            day.sql(
                                    """
                                    insert into trading_states
                                    values ('large', 'HALTED', 'FLATTEN by the operator', null, %s)
                                    """
                                            .formatted(TEN));
                        }),
                violation(
                        "every change of a position has a kind and words: 1 MARKED",
                        day ->
                                day.sql(
                                        """
                                        insert into position_events
                                            (position_id, account_id, kind, detail, happened_at)
                                        values (1, 'large', 'MARKED', '', %s)
                                        """
                                                .formatted(TEN))),
                violation(
                        "a position that closes has a working order: large " + NVDA,
                        day -> {
                            open(day);
                            day.sql("update active_positions set state = 'CLOSING'");
                        }),
                violation(
                        "every signal has one disposition per account: AMD",
                        day -> day.signal(2, "AMD")),
                violation(
                        "every change of a dispatch has a reason: 1 to FILLED",
                        day ->
                                day.sql(
                                        """
                                        insert into dispatch_transitions
                                            (dispatch_id, to_status, reason, at)
                                        values (1, 'FILLED', '', %s)
                                        """
                                                .formatted(TEN))),
                violation(
                        "a skipped signal has all its verdicts and a known code: large AMD COST",
                        day -> day.skip(2, "AMD")),
                violation(
                        "no entry was sent with a failed gate: large NVDA COST",
                        day ->
                                day.sql(
                                        """
                                        insert into gate_verdicts
                                        values (1, 'COST', 'FAILED', '0.2', '<= 0.12')
                                        """)),
                violation(
                        "positions at once stay within the account's limit: large at",
                        day -> day.trade(2, "AMD")),
                violation(
                        "no entry was sent that its plan takes above the account's exposure: large at",
                        day -> day.sql("update dispatch_executions set notional = 1000.01")),
                violation(
                        "every position that ended has its outcome: large " + NVDA,
                        day -> day.sql("delete from outcomes")),
                violation(
                        "every account may trade, or says why not and until when: large HALTED",
                        day -> {
                            day.sql(
                                    """
                                    alter table trading_states
                                    drop constraint trading_states_reason_check
                                    """);
                            day.sql(
                                    """
                                    insert into trading_states
                                    values ('large', 'HALTED', '', null, %s)
                                    """
                                            .formatted(TEN));
                        }));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void namesWhatIsPlanted(String line, Consumer<PlantedDay> plant) {
        day.trade(1, "NVDA");
        assertThat(statements()).isEmpty();

        plant.accept(day);

        assertThat(statements()).anySatisfy(broken -> assertThat(broken).startsWith(line));
    }

    private static Arguments violation(String line, Consumer<PlantedDay> plant) {
        return Arguments.of(line, plant);
    }

    private void open() {
        open(day);
    }

    private static void open(PlantedDay day) {
        day.sql("delete from outcomes");
        day.sql("delete from fills where side = 'SELL'");
        day.sql("delete from orders where side = 'SELL'");
        day.sql(
                """
                update active_positions set state = 'OPEN', quantity = 2, sold_quantity = 0,
                    sold_value = 0, ended_at = null, end_reason = null
                """);
    }

    /// The first trade lost the day's limit; the second is entered five hours after it ended.
    private static void enterAfterALoss(PlantedDay day) {
        day.trade(2, "AMD");
        day.sql("update outcomes set pnl = -500 where position_id = 1");
        day.sql(
                """
                update dispatch_executions
                set created_at = created_at + interval '5 hours',
                    submitted_at = submitted_at + interval '5 hours'
                where dispatch_id = 2
                """);
        day.sql(
                """
                update active_positions set opened_at = opened_at + interval '5 hours'
                where position_id = 2
                """);
        day.sql("insert into gate_verdicts values (2, 'DAILY_LOSS', 'PASSED', '0', '> -500')");
    }

    private static void openAndMarkedEarly(PlantedDay day) {
        open(day);
        day.sql("update active_positions set last_mark_at = '2025-06-12T19:50:00Z'");
        day.sql("do $$ begin perform ensure_day_partitions('2025-06-12'); end $$");
        day.sql(
                """
                insert into telemetry_1m values ('NVDA', '2025-06-12T19:59:00Z', 1, 1, 1, 1, 1,
                    'REST', 'sip', %s)
                """
                        .formatted(TEN));
    }

    /// What is broken of the database itself.
    private List<String> statements() {
        return broken().stream().filter(line -> !line.contains("agree with the exchange")).toList();
    }

    private List<String> broken() {
        return new InvariantChecks(day.source(), PlantedDay::emptyBooks).check().broken();
    }
}
