package io.opspipeline.reliability.scenario;

import static io.opspipeline.reliability.scenario.Given.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.fault.Faulty;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.exchange.venue.Expiries;
import io.opspipeline.local.day.InvariantChecks;
import io.opspipeline.reliability.world.Boundary;
import io.opspipeline.reliability.world.Crashes;
import io.opspipeline.reliability.world.Role;
import io.opspipeline.reliability.world.Scratch;
import io.opspipeline.reliability.world.ScratchDatabases;
import io.opspipeline.reliability.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// An entry whose second order fills, and its close at the stop. A first run counts the steps of
/// each process: its commits, its requests, and what it writes between them. Then each of them is,
/// once, the last thing that its process did.
class EveryBoundaryTest {

    private static final Instant SIGNAL = at("09:41:02");
    private static final Instant FILL = at("09:41:08");
    private static final Instant STOP = at("09:42:40");
    private static final Instant END = at("09:44:30");
    private static final Duration ABSENCE = Duration.ofSeconds(10);

    private static final String UNDISTURBED =
            """
            signal   large ALFA FILLED 4/4: FILLED
            order    large buy 4 ALFA261210C00100000 @2.47 CANCELED 0
            order    large buy 4 ALFA261210C00100000 @2.48 FILLED 4 at 2.48
            order    large sell 4 ALFA261210C00100000 @1.7 FILLED 4 at 1.7
            position large ALFA261210C00100000 CLOSED 0 of 4, STOP_LOSS -312.39476
            """;

    private static final Pattern SOLD = Pattern.compile(" FILLED (\\d+)");

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
    void endsSoWhenNobodyDies() {
        assertThat(play(Role.DISPATCHER, new NthStep(Integer.MAX_VALUE)))
                .isEqualTo(UNDISTURBED.strip());
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    @DisplayName("A-128, incident 13: a death at any step doubles no order and loses no position")
    Stream<DynamicTest> survivesEveryDeath() {
        return Stream.of(Role.values()).flatMap(EveryBoundaryTest::deaths);
    }

    private static Stream<DynamicTest> deaths(Role role) {
        var counted = new NthStep(Integer.MAX_VALUE);
        play(role, counted);
        assertThat(counted.steps).hasSizeGreaterThan(8);
        return IntStream.rangeClosed(1, counted.steps.size())
                .mapToObj(nth ->
                        DynamicTest.dynamicTest(
                                "A-128: death #%d, %s".formatted(nth, counted.steps.get(nth - 1)),
                                () -> endsWell(role, new NthStep(nth))));
    }

    private static void endsWell(Role role, NthStep death) {
        List<String> blotter = play(role, death).lines().toList();

        assertThat(death.isDone()).isTrue();
        assertThat(lines(blotter, "signal")).hasSize(1);
        assertThat(lines(blotter, "order"))
                .allMatch(line -> line.matches(".* (FILLED|CANCELED|LOST|REJECTED) \\d.*"));
        if (blotter.getFirst().contains(" FILLED ")) {
            assertThat(lines(blotter, "position"))
                    .singleElement()
                    .asString()
                    .contains("CLOSED 0 of 4, STOP_LOSS");
            assertThat(sold(blotter)).isEqualTo(4);
            assertThat(lines(blotter, "order"))
                    .noneMatch(line -> line.contains(" sell ") && line.contains(" REJECTED "));
        } else {
            assertThat(blotter.getFirst()).containsPattern("(UNFILLED|REJECTED) 0/4");
            assertThat(lines(blotter, "position")).isEmpty();
        }
    }

    private static int sold(List<String> blotter) {
        return lines(blotter, "order").stream()
                .filter(line -> line.contains(" sell "))
                .map(SOLD::matcher)
                .filter(Matcher::find)
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .sum();
    }

    /// @return the blotter at the end, where nothing broke
    private static String play(Role role, NthStep death) {
        try (Scratch database = databases.fresh();
                World world = World.open(plan(), database)) {
            for (Role each : Role.values()) {
                world.start(each, each == role ? death : Crashes.NONE);
            }
            world.runUntil(SIGNAL);
            death.armed = true;
            Acts.signal(Given.ALFA, Action.BUY_CALL).in(world);
            pass(world, role, FILL);
            Acts.quote(CALL, "2.42", "2.48").in(world);
            pass(world, role, STOP);
            Acts.quote(CALL, "1.70", "1.71").in(world);
            pass(world, role, STOP.plusSeconds(20));
            death.armed = false;
            pass(world, role, END);

            assertThat(world.failures()).isEmpty();
            assertThat(
                            new InvariantChecks(database.pool(), world.venue()::books)
                                    .broken(InvariantChecks.When.QUIET))
                    .isEmpty();
            return Blotter.read(database.pool());
        }
    }

    /// Time passes; who died is started again after a while.
    private static void pass(World world, Role role, Instant until) {
        while (world.time().instant().isBefore(until)) {
            Instant next = world.time().instant().plus(ABSENCE);
            world.runUntil(next.isBefore(until) ? next : until);
            if (!world.runs(role)) {
                world.start(role, Crashes.NONE);
            }
        }
    }

    private static World.Plan plan() {
        var market = new ScriptedMarket(Given.SESSION, 1);
        Given.standard(market);
        return new World.Plan(
                market,
                Faulty.of(List.of(), at("09:40:00")),
                Given.LARGE,
                at("09:40:00"),
                Map.of(),
                Expiries.standard(),
                World.Transport.MEMORY);
    }

    private static List<String> lines(List<String> blotter, String kind) {
        return blotter.stream().filter(line -> line.startsWith(kind)).toList();
    }

    private static Instant at(String time) {
        return NewYork.at(Given.SESSION.date(), LocalTime.parse(time));
    }

    /// Writes down every step while it is armed, and kills at one of them. Signs of life and marks
    /// that follow each other are one step.
    private static final class NthStep implements Crashes {

        private static final String WRITE = "write";

        private final List<String> steps = new ArrayList<>();
        private final int nth;
        private boolean armed;
        private String last = "";

        NthStep(int nth) {
            this.nth = nth;
        }

        @Override
        public boolean killsAt(Boundary boundary) {
            boolean repeats = boundary.act().equals(WRITE) && last.equals(WRITE);
            last = boundary.act();
            if (!armed || repeats) {
                return false;
            }
            steps.add(boundary + " " + boundary.tables());
            return steps.size() == nth;
        }

        @Override
        public boolean isDone() {
            return steps.size() >= nth;
        }
    }
}
