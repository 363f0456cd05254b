package io.opspipeline.reliability.submit;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.PositionIntent;
import io.opspipeline.exchange.venue.SubmitAnswer;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.venue.VenueSettings;
import io.opspipeline.exchange.wire.MemoryExchange;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.reliability.simulation.Draws;
import io.opspipeline.reliability.world.BrokerSight;
import io.opspipeline.reliability.world.ProcessKilled;
import io.opspipeline.runtime.time.VirtualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A session in which no submit gets a readable answer, until its share of them is reached, and
/// some minutes more in which all goes well. One thread drives it.
final class SubmitWorld implements AutoCloseable {

    private static final String TRADE_STREAM = "trade-stream";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration AFTER_OPEN = Duration.ofMinutes(10);
    private static final Duration BEFORE_CLOSE = Duration.ofMinutes(30);
    private static final Duration STEP = Duration.ofSeconds(5);

    /// The latest order arrives 150 s after its submit, and is looked for every minute.
    private static final Duration RECOVERY = Duration.ofMinutes(6);

    private final SubmitPlan plan;
    private final Fates fates;
    private final SubmitMarket market;
    private final Instant start;
    private final VirtualTime time;
    private final Venue venue;
    private final MemoryExchange exchange;
    private final BrokerSight sight = new BrokerSight();
    private final EntryStores stores;
    private final Starts starts;
    private final Map<AccountId, DispatcherProcess> processes = new HashMap<>();

    private SubmitWorld(SubmitPlan plan, Function<InstantSource, EntryStores> stores) {
        this.plan = plan;
        var draws = new Draws(plan.seed());
        fates = new Fates(draws, plan.submits());
        market = new SubmitMarket(plan.seed(), draws.of("market"));
        start = SubmitMarket.SESSION.open().plus(AFTER_OPEN);
        time = new VirtualTime(start);
        venue =
                new Venue(
                        market.market(),
                        VenueSettings.standard(plan.seed()),
                        fates,
                        SubmitAccounts.ALL.stream().map(LocalAccount::opening).toList(),
                        start);
        exchange = MemoryExchange.open(venue, Starts.REQUESTS);
        this.stores = stores.apply(time);
        starts = new Starts(time, exchange, this.stores, this::onItsWay, plan.around());
    }

    /// Runs a world.
    ///
    /// @param stores fresh ones, on the world's clock
    static SubmitTally run(SubmitPlan plan, Function<InstantSource, EntryStores> stores) {
        try (var world = new SubmitWorld(plan, stores);
                var _ = world.venue.listen(world.sight)) {
            return world.play();
        }
    }

    private SubmitTally play() {
        for (LocalAccount account : SubmitAccounts.ALL) {
            stores.accounts().register(account.registered(), start);
            stores.heartbeats().connected(TRADE_STREAM, account.id(), start);
            stores.heartbeats().reconciled(TRADE_STREAM, account.id(), start);
            take(account.id());
        }
        step(start);
        minute(start);
        Instant last = SubmitMarket.SESSION.close().minus(BEFORE_CLOSE);
        while (!fates.isOver() && time.instant().isBefore(last)) {
            runUntil(time.instant().plus(MINUTE));
        }
        if (!fates.isOver()) {
            throw new IllegalStateException(
                    "seed %d has not %d submits".formatted(plan.seed(), plan.submits()));
        }
        runUntil(time.instant().plus(RECOVERY));
        return new Reckoning(stores, venue, sight, start).tally(fates.met(), failures());
    }

    @Override
    public void close() {
        processes.values().forEach(DispatcherProcess::bury);
        exchange.close();
    }

    /// What else than deaths broke a dispatcher.
    private List<Throwable> failures() {
        return time.failures().stream()
                .filter(failure -> !(failure instanceof ProcessKilled))
                .toList();
    }

    private void runUntil(Instant end) {
        var next = time.nextDue();
        while (next.isPresent() && !next.get().isAfter(end)) {
            if (next.get().isAfter(venue.now())) {
                venue.advanceTo(next.get());
            }
            time.step();
            next = time.nextDue();
        }
        time.runUntil(end);
    }

    private void step(Instant due) {
        market.move(due);
        at(due.plus(STEP), "step", () -> step(due.plus(STEP)));
    }

    /// The parts of telemetry, signals and trade-stream, and the schedule of the dispatchers.
    private void minute(Instant minute) {
        at(minute, "bars", () -> stores.bars().store(market.barsBefore(minute), minute));
        at(minute.plusSeconds(1), "signals", () -> signal(minute.plusSeconds(1)));
        at(minute.plusSeconds(2), "runs", () -> accounts().forEach(this::run));
        at(minute.plus(MINUTE), "minute", () -> minute(minute.plus(MINUTE)));
    }

    private void signal(Instant now) {
        if (!fates.isOver()) {
            stores.signals().store(market.signals(now), now);
        }
    }

    private static List<AccountId> accounts() {
        return SubmitAccounts.ALL.stream().map(LocalAccount::id).toList();
    }

    private void run(AccountId account) {
        at(
                time.instant(),
                "run " + account,
                () -> {
                    Instant now = time.instant();
                    stores.heartbeats().beat(TRADE_STREAM, Optional.of(account), now, "simulated");
                    process(account).run();
                });
    }

    private DispatcherProcess process(AccountId account) {
        return Optional.ofNullable(processes.get(account)).orElseThrow();
    }

    /// A process takes the account over.
    private void take(AccountId account) {
        Optional.ofNullable(processes.put(account, newProcess(account)))
                .ifPresent(DispatcherProcess::bury);
        run(account);
    }

    private DispatcherProcess newProcess(AccountId account) {
        return starts.start(
                account,
                boundary -> {
                    boolean kills = fates.killsAt(boundary);
                    if (kills) {
                        at(
                                time.instant().plus(fates.untilTakenOver()),
                                "take over " + account,
                                () -> take(account));
                    }
                    return kills;
                });
    }

    private void onItsWay(OrderRequest order) {
        fates.lateness()
                .ifPresent(delay ->
                        at(
                                time.instant().plus(delay),
                                "arrival of " + order.clientOrderId(),
                                () -> arrive(order)));
    }

    private void arrive(OrderRequest order) {
        SubmitAnswer answer =
                venue.submit(
                        order.account(),
                        new OrderSubmission(
                                Optional.of(order.clientOrderId().value()),
                                order.instrument().symbol(),
                                order.side(),
                                BigDecimal.valueOf(order.quantity()),
                                order.type(),
                                order.limit().map(Price::perShare),
                                Optional.of(PositionIntent.BUY_TO_OPEN)));
        if (answer instanceof SubmitAnswer.Refused(var refusal)) {
            throw new IllegalStateException(
                    "%s arrived late and was refused: %s"
                            .formatted(order.clientOrderId(), refusal));
        }
    }

    private void at(Instant due, String what, Runnable action) {
        time.at(due, new TimerKey(Stage.MARKET, Optional.empty(), what), action);
    }
}
