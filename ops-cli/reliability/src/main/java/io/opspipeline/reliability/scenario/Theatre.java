package io.opspipeline.reliability.scenario;

import io.opspipeline.exchange.fault.FaultSwitch;
import io.opspipeline.exchange.fault.Faulty;
import io.opspipeline.exchange.fault.RequestFaults;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.reliability.world.Crashes;
import io.opspipeline.reliability.world.Invariants;
import io.opspipeline.reliability.world.Role;
import io.opspipeline.reliability.world.Scratch;
import io.opspipeline.reliability.world.ScratchDatabases;
import io.opspipeline.reliability.world.World;
import io.opspipeline.runtime.time.Stopwatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Runs scenarios, each in a world of its own.
///
/// @param databases theirs
public record Theatre(ScratchDatabases databases) {

    private static final long SEED = 1;

    /// Runs one to its end.
    public Ending run(Scenario scenario) {
        Stopwatch watch = Stopwatch.started();
        try (Scratch database = databases.fresh()) {
            Instant start = scenario.start();
            var stage = new AtomicReference<World>();
            Faulty faulty = Faulty.of(switches(scenario, stage), start);
            try (World world = World.open(plan(scenario, start, faulty), database)) {
                stage.set(world);
                var invariants = new Invariants(world);
                play(scenario, world, invariants);
                String blotter = Blotter.read(database.pool());
                return new Ending(
                        scenario,
                        blotter,
                        faults(scenario, world, faulty, invariants, blotter),
                        watch.elapsed());
            }
        }
    }

    private static World.Plan plan(Scenario scenario, Instant start, Faulty faulty) {
        var market = new ScriptedMarket(scenario.session(), SEED);
        scenario.listing().accept(market);
        return new World.Plan(
                market,
                faulty,
                scenario.accounts(),
                start,
                scenario.settings(),
                scenario.ends(),
                World.Transport.NETWORK);
    }

    private static List<FaultSwitch> switches(Scenario scenario, AtomicReference<World> stage) {
        List<FaultSwitch> switches = new ArrayList<>(scenario.faults());
        if (scenario.traits().contains(Scenario.Trait.NEWS_BEFORE_ANSWERS)) {
            switches.add(RequestFaults.eventsBeforeAnswers(() -> settle(stage)));
        }
        return switches;
    }

    private static boolean settle(AtomicReference<World> stage) {
        return Optional.ofNullable(stage.get()).map(World::settle).orElse(false);
    }

    private static void play(Scenario scenario, World world, Invariants invariants) {
        for (Role role : Role.values()) {
            world.start(role, Crashes.NONE);
        }
        for (Scenario.Step step : scenario.steps()) {
            invariants.runUntil(step.at());
            step.act().in(world);
        }
        invariants.runUntil(scenario.end());
    }

    private static List<String> faults(
            Scenario scenario, World world, Faulty faulty, Invariants invariants, String blotter) {
        List<String> faults = new ArrayList<>();
        List<Throwable> failures = world.failures();
        if (!scenario.traits().contains(Scenario.Trait.STEPS_BREAK)) {
            failures.forEach(failure -> faults.add("failed: " + failure));
        } else if (failures.isEmpty()) {
            faults.add("no step broke");
        }
        world.crashesToCome().forEach(crash -> faults.add("never happened: " + crash));
        faulty.neverMet().forEach(fault -> faults.add("never happened: " + fault));
        faults.addAll(invariants.broken());
        faults.addAll(invariants.brokenWhenQuiet());
        if (!blotter.equals(scenario.blotter())) {
            faults.add("ended as\n" + blotter + "\nand not as\n" + scenario.blotter());
        }
        return faults;
    }
}
