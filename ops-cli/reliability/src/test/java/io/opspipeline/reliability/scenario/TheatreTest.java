package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Acts.change;
import static io.opspipeline.reliability.scenario.Given.LARGE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.exchange.venue.Faults.AnswerFault;
import io.opspipeline.exchange.venue.Faults.Request;
import io.opspipeline.reliability.world.ScratchDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TheatreTest {

    private static ScratchDatabases databases;

    @BeforeAll
    static void start() {
        databases = ScratchDatabases.in(Path.of("target/ops-home"));
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @Test
    @DisplayName("A-129: what breaks is found with its time, though it heals before the end")
    void findsWhatHealsAgain() {
        Scenario scenario =
                Given.entry("BREAK-THAT-HEALS", "an order says that it filled, and has no fill")
                        .at(
                                "09:42:00",
                                sql(
                                        """
                                        insert into orders
                                        select (jsonb_populate_record(o, '{
                                          "client_order_id": "planted", "broker_order_id": null
                                        }')).* from orders o
                                        """))
                        .at("09:43:00", sql("delete from orders where client_order_id = 'planted'"))
                        .ends(
                                "09:44:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """);

        assertThat(run(scenario))
                .singleElement()
                .asString()
                .startsWith("2026-11-19T14:42:")
                .endsWith("the fills of an order add up to what it says is filled: planted");
    }

    @Test
    @DisplayName("a fault that was never met is reported, one that was is not")
    void reportsAFaultThatWasNeverMet() {
        Scenario scenario =
                Given.entry("NEVER-MET", "the answer to a second order, and there is only one")
                        .fault(RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.CUT))
                        .fault(RequestFaults.answer(Request.SUBMIT, 2, AnswerFault.CUT))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA FILLED 4/4: FILLED
                                order    large buy 4 ALFA261210C00100000 @2.5 FILLED 4 at 2.5
                                position large ALFA261210C00100000 OPEN 4 of 4
                                """);

        assertThat(run(scenario))
                .containsExactly("never happened: fault #2, the answer to SUBMIT #2 is CUT");
    }

    @Test
    @DisplayName("news before the answer that nobody hears never happened")
    void reportsNewsThatNobodyHears() {
        Scenario scenario =
                Given.entry("NO-NEWS", "nobody sends an order while it is told before its answer")
                        .newsBeforeAnswers()
                        .at("09:40:30", change(LARGE_ID, TradingState.HALTED, "by the operator"))
                        .ends(
                                "09:42:00",
                                """
                                signal   large ALFA SKIPPED: TRADING_STATE
                                trading  large HALTED: by the operator
                                """);

        assertThat(run(scenario))
                .containsExactly(
                        "never happened: fault #1, what an order did is told before its answer");
    }

    private static List<String> run(Scenario scenario) {
        return new Theatre(databases).run(scenario).faults();
    }

    private static Act sql(String statement) {
        return world -> JdbcClient.create(world.database().pool()).sql(statement).update();
    }
}
