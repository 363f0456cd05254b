package io.opspipeline.reliability.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.reliability.world.ScratchDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TheatreTest {

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

        try (var databases = ScratchDatabases.in(Path.of("target/ops-home"))) {
            assertThat(new Theatre(databases).run(scenario).faults())
                    .singleElement()
                    .asString()
                    .startsWith("2026-11-19T14:42:")
                    .endsWith("the fills of an order add up to what it says is filled: planted");
        }
    }

    private static Act sql(String statement) {
        return world -> JdbcClient.create(world.database().pool()).sql(statement).update();
    }
}
