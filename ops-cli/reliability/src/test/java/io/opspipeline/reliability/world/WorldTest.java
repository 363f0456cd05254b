package io.opspipeline.reliability.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.runtime.time.Stopwatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorldTest {

    private static final Ticker ALFA = new Ticker("ALFA");
    private static final OccSymbol CALL = OccSymbol.parse("ALFA261210C00100000");
    private static final Session SESSION = Session.regular(LocalDate.of(2026, 11, 19));

    @Test
    @DisplayName("an entry is bought, and sold at its stop")
    void trades() {
        Stopwatch watch = Stopwatch.started();
        try (var databases = ScratchDatabases.in(Path.of("target/ops-home"))) {
            System.err.println("databases " + watch.elapsed());
            for (int run = 0; run < 12; run++) {
                watch = Stopwatch.started();
                try (var database = databases.fresh()) {
                    System.err.println("fresh " + watch.elapsed());
                    trade(database);
                }
                System.err.println("run " + watch.elapsed());
            }
        }
    }

    private void trade(Scratch database) {
        Stopwatch watch = Stopwatch.started();
        var market =
                new ScriptedMarket(SESSION, 1).stock(ALFA, "100").contract(CALL, "2.44", "2.50");
        Instant start = SESSION.open().plus(Duration.ofMinutes(10));
        var plan =
                new World.Plan(
                        market, Faults.none(), LocalAccount.ALL.subList(0, 1), start, Map.of());
        try (World world = World.open(plan, database)) {
            System.err.println("open " + watch.elapsed());
            for (Role role : Role.values()) {
                world.start(role, Crashes.NONE);
            }
            System.err.println("started " + watch.elapsed());
            world.runUntil(start.plusSeconds(62));
            world.signal(signal(start));
            world.runUntil(start.plusSeconds(120));
            System.err.println("minute " + watch.elapsed());
            market.quote(CALL, start.plusSeconds(121), "1.70", "1.76");
            world.runUntil(start.plusSeconds(150));
            System.err.println("done " + watch.elapsed());
            assertThat(world.time().failures()).isEmpty();
            assertThat(
                            JdbcClient.create(database.pool())
                                    .sql("select coalesce(exit_reason, '') from outcomes")
                                    .query(String.class)
                                    .list())
                    .containsExactly("STOP_LOSS");
        }
    }

    private static Signal signal(Instant barStart) {
        return new Signal(
                ALFA,
                Action.BUY_CALL,
                new Confidence(0.7),
                new FeatureRow(
                        ALFA,
                        barStart,
                        Price.of("100"),
                        OptionalDouble.of(99.8),
                        OptionalDouble.empty(),
                        OptionalDouble.of(2.5),
                        OptionalInt.of(1),
                        4,
                        OptionalDouble.of(0.002),
                        OptionalInt.of(1),
                        OptionalDouble.empty(),
                        OptionalDouble.of(0.001),
                        OptionalDouble.of(0.4),
                        OptionalDouble.of(61.5),
                        OptionalDouble.of(100.1)),
                Optional.empty(),
                "rule-1");
    }
}
