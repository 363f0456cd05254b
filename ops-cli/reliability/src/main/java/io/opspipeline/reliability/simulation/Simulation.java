package io.opspipeline.reliability.simulation;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.exchange.venue.Expiries;
import io.opspipeline.local.day.Journal;
import io.opspipeline.reliability.world.Invariants;
import io.opspipeline.reliability.world.Role;
import io.opspipeline.reliability.world.Scratch;
import io.opspipeline.reliability.world.Signals;
import io.opspipeline.reliability.world.World;
import io.opspipeline.runtime.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Sixty minutes of one seed, and a few more in which all goes well, so that everything can be set
/// right again. A seed in which accounts stood still for long goes on until enough has happened.
public final class Simulation {

    /// Order events that a seed has at the least.
    public static final int FEWEST_EVENTS = 200;

    private static final Duration LENGTH = Duration.ofMinutes(60);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration RECOVERY = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration START = Duration.ofMinutes(10);
    private static final double EVENTS_PER_MINUTE = 3.9;
    private static final double BUSY = 0.4;
    private static final double CALM = 0.02;
    private static final int SETTLING = 10;
    private static final int LONGEST_DEATH = 25;

    private final long seed;
    private final Draws draws;
    private final SeededFaults faults;
    private final SeededCrashes crashes;
    private final SeededMarket market;
    private final Instant start;
    private final AtomicInteger events = new AtomicInteger();
    private final World world;
    private final SeededOperator operator;
    private final Invariants invariants;
    private boolean databaseDown;

    private Simulation(long seed, Scratch database) {
        this.seed = seed;
        draws = new Draws(seed);
        faults = new SeededFaults(draws);
        crashes = new SeededCrashes(draws);
        market = new SeededMarket(seed, draws);
        start = SeededMarket.SESSION.open().plus(START);
        market.move(start, false);
        world =
                World.open(
                        new World.Plan(
                                market.market(),
                                faults,
                                SimulatedAccounts.ALL,
                                start,
                                SimulatedAccounts.SETTINGS,
                                Expiries.standard(),
                                World.Transport.MEMORY),
                        database);
        operator = new SeededOperator(world, draws, this::hasSeenEnough);
        invariants = new Invariants(world);
    }

    /// Runs a seed.
    ///
    /// @param database its own, fresh; the caller closes it
    public static SimulationResult run(long seed, Scratch database) {
        Stopwatch watch = Stopwatch.started();
        var simulation = new Simulation(seed, database);
        try (simulation.world) {
            simulation.play();
            return simulation.result(simulation.settle(), watch.elapsed());
        }
    }

    private void play() {
        try (var _ = world.venue().listen(_ -> events.incrementAndGet())) {
            for (Role role : Role.values()) {
                world.start(role, crashes);
            }
            Instant now = start;
            while (goesOn(now)) {
                happen(now);
                now = now.plus(STEP);
                invariants.runUntil(now);
                restart();
            }
            recover(now);
        }
    }

    private boolean goesOn(Instant now) {
        return now.isBefore(start.plus(hasSeenEnough() ? LENGTH : LONGEST));
    }

    private boolean hasSeenEnough() {
        return events.get() >= FEWEST_EVENTS;
    }

    /// What comes from outside in a step.
    private void happen(Instant now) {
        market.move(now, true);
        if (now.getEpochSecond() % 60 == 5) {
            signals(now);
        }
        if (draws.hits("order streams cut", 0.004)) {
            world.cutOrderStreams();
        }
        if (draws.hits("quote streams cut", 0.004)) {
            world.cutQuoteStreams();
        }
        for (Role role : Role.values()) {
            if (draws.hits(role.service() + " killed", 0.001)) {
                world.kill(role);
            }
        }
        if (databaseDown && draws.hits("database back", 0.4)) {
            databaseDown = false;
            world.findDatabase();
        } else if (!databaseDown && draws.hits("database lost", 0.0002)) {
            databaseDown = true;
            world.loseDatabase();
        }
        faults.revoke(now);
        operator.act(now);
    }

    private void signals(Instant now) {
        double chance = chanceOfSignal(now);
        for (var ticker : market.tickers()) {
            if (draws.of("signal").nextDouble() < chance) {
                boolean calls = draws.of("signal side").nextBoolean();
                world.signal(Signals.good(ticker, calls ? Action.BUY_CALL : Action.BUY_PUT, now));
            }
        }
    }

    /// Signals come while orders are few: an hour of more of them only takes longer.
    private double chanceOfSignal(Instant now) {
        long minutes = Duration.between(start, now).toMinutes();
        return events.get() < EVENTS_PER_MINUTE * minutes ? BUSY : CALM;
    }

    /// A process that starts without its database ends at once: it is started with it.
    private void restart() {
        for (Role role : Role.values()) {
            if (!world.runs(role)
                    && draws.of("restart").nextInt(LONGEST_DEATH / 5) == 0
                    && !databaseDown) {
                world.start(role, crashes);
            }
        }
    }

    private void recover(Instant end) {
        faults.end();
        crashes.end();
        world.findDatabase();
        operator.resumeAll(end);
        for (Role role : Role.values()) {
            if (!world.runs(role)) {
                world.start(role, crashes);
            }
        }
        Instant last = end.plus(RECOVERY);
        for (Instant now = end; now.isBefore(last); now = now.plus(STEP)) {
            market.move(now, false);
            invariants.runUntil(now.plus(STEP));
        }
    }

    /// What was broken at some moment, and what is when all is quiet. A close may be between two of
    /// its orders at any moment: what must hold when nothing is under way is given some seconds to.
    private List<String> settle() {
        List<String> found = invariants.brokenWhenQuiet();
        for (int second = 0; second < SETTLING && !found.isEmpty(); second++) {
            invariants.runUntil(world.time().instant().plusSeconds(1));
            found = invariants.brokenWhenQuiet();
        }
        return Stream.of(invariants.broken(), found, operator.stuck(world.time().instant()))
                .flatMap(List::stream)
                .toList();
    }

    private SimulationResult result(List<String> broken, Duration took) {
        var met = new TreeMap<String, Long>();
        draws.hits().forEach((kind, times) -> met.put(kind, times.get()));
        met.put("daily loss reached", operator.lost());
        var deaths = new TreeMap<String, Long>();
        crashes.places().forEach((place, times) -> deaths.put(place, (long) times));
        return new SimulationResult(
                seed,
                world.steps(),
                world.venue().books().accounts().stream()
                        .mapToInt(account -> account.orders().size())
                        .sum(),
                events.get(),
                met,
                deaths,
                broken,
                Journal.sha256(world.database().pool()),
                took);
    }
}
