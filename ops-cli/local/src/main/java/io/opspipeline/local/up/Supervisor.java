package io.opspipeline.local.up;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.local.alert.AlertDelivery;
import io.opspipeline.local.alert.AlertSettings;
import io.opspipeline.local.broker.HomeBroker;
import io.opspipeline.local.day.Markets;
import io.opspipeline.local.day.Registration;
import io.opspipeline.local.day.ServiceList;
import io.opspipeline.local.healthcheck.HealthWatch;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.time.FollowedClock;
import io.opspipeline.runtime.time.MachineTime;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the whole pipeline in processes of its own, keeps them alive, and stops them in order.
public final class Supervisor {

    /// The phase in which every process is ready.
    static final String RUNNING = "running";

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final long STEP_MILLIS = 100;
    private static final int STEPS_PER_LOOK = 10;
    private static final int STEPS_PER_QUESTION = 50;
    private static final int STEPS_PER_MINUTE = 600;
    private static final Duration CLOCK_PATIENCE = Duration.ofSeconds(10);
    private static final int MEGABYTE_BITS = 20;
    private static final long GRACE_MILLIS = 9_500;

    private final UpRequest request;
    private final ExchangePlan exchange;
    private final RunFolder folder;
    private final AlertSettings alertSettings;
    private final Clock clock = MachineTime.clock();
    private final Instant startedAt = clock.instant();
    private final CountDownLatch down = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final LocalPostgres postgres;
    private final DatabaseGuard guard;
    private final Fleet fleet;
    private final ProcessGuard services;
    private final DiskGuard disk;
    private final StepGuard steps = new StepGuard(this::stepFailed);
    private volatile String phase = "starting PostgreSQL";
    private volatile String broker =
            Optional.ofNullable(System.getenv("OPS_ALPACA_TRADING_URL"))
                    .map("the broker at "::concat)
                    .orElse("Alpaca");
    private volatile Optional<RunningDatabase> database = Optional.empty();
    private volatile Optional<Clock> market;
    private Optional<HealthWatch> health = Optional.empty();

    private Supervisor(
            UpRequest request,
            ExchangePlan exchange,
            RunFolder folder,
            AlertSettings alertSettings) {
        this.request = request;
        this.exchange = exchange;
        this.folder = folder;
        this.alertSettings = alertSettings;
        this.postgres = LocalPostgres.in(folder.home());
        this.guard = new DatabaseGuard(postgres, this::processEnded);
        this.fleet = new Fleet(clock, this::processEnded);
        this.services = new ProcessGuard(fleet);
        this.disk = DiskGuard.of(folder.home(), this::diskLow);
        this.market = brokerTime();
    }

    /// Runs until somebody says `down` or ends this process.
    ///
    /// @throws IllegalStateException when another supervisor runs in the home folder
    /// @throws io.opspipeline.runtime.setting.SettingsException naming a bad setting of the alerts
    public static void run(UpRequest request, ExchangePlan exchange, Path home) {
        var folder = new RunFolder(home);
        var alerts = AlertSettings.read(System.getenv(), home);
        try (RunLock _ =
                RunLock.take(folder.lock())
                        .orElseThrow(() -> new IllegalStateException("already up in " + home))) {
            new Supervisor(request, exchange, folder, alerts).supervise();
        }
    }

    private void supervise() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::awaitEnd));
        boolean isLeft = TokenFile.isLeft(folder);
        try (var _ = TokenFile.create(folder);
                var _ = ControlServer.start(folder.socket(), this::command)) {
            postgres.start();
            phase = "migrating the database";
            try (RunningDatabase opened = RunningDatabase.open(postgres, request.mode());
                    var _ =
                            AlertDelivery.start(
                                    opened.address(), clock, alertSettings, request.mode())) {
                database = Optional.of(opened);
                if (isLeft) {
                    tellOfTheLast();
                }
                keepAlive(opened);
            }
        } finally {
            postgres.release();
            postgres.stop();
            ended.countDown();
        }
    }

    private void keepAlive(RunningDatabase opened) {
        try {
            startAll(opened);
            watch(opened);
        } finally {
            phase = "stopping";
            services.close();
            fleet.stop();
            health.ifPresent(HealthWatch::close);
        }
    }

    private void startAll(RunningDatabase opened) {
        Optional<URI> url = Optional.empty();
        if (request.mode() == RunMode.SIMULATED) {
            url = Optional.of(startExchange(opened));
        }
        var plans = new ServicePlans(request, folder, opened.address(), url);
        phase = "starting the services";
        ServiceList.ALL.forEach(service -> fleet.start(plans.of(service)));
    }

    private URI startExchange(RunningDatabase opened) {
        phase = "starting the exchange";
        Market market = Markets.open(request.day());
        Registration.of(market, opened.source(), market.session().open());
        URI url = ExchangePlan.freeUrl();
        broker = "simulated exchange at " + url;
        fleet.start(exchange.at(url, folder));
        return url;
    }

    /// Looks after everything until the end, from the first moment on: that one service does not
    /// become ready is no reason to leave the others alone, nor is a step that fails.
    private void watch(RunningDatabase opened) {
        for (int step = 0; !isDownWithin(STEP_MILLIS); step++) {
            if (step % STEPS_PER_LOOK == 0) {
                steps.run("look after PostgreSQL", guard::look);
            }
            if (step % STEPS_PER_QUESTION == 0) {
                steps.run("look after the services", services::look);
            }
            if (step % STEPS_PER_MINUTE == 0) {
                steps.run("look after the disk", disk::look);
            }
            steps.run("start the healthcheck", () -> watchHealth(opened));
            steps.run("follow the start", this::followStart);
        }
    }

    private void watchHealth(RunningDatabase opened) {
        if (health.isEmpty() && knowsTime()) {
            health =
                    Optional.of(
                            HealthWatch.start(
                                    opened.address(),
                                    market.orElseThrow(),
                                    SessionCalendar.nyse()));
        }
    }

    private void followStart() {
        if (!phase.equals(RUNNING) && fleet.states().stream().allMatch(Supervisor::isUp)) {
            fleet.find(ExchangeProcess.NAME)
                    .ifPresent(process -> process.say("speed " + request.speed()));
            phase = RUNNING;
        }
    }

    /// The time that services run on at a broker: ours, or that of an exchange in its place.
    private Optional<Clock> brokerTime() {
        return request.mode() == RunMode.SIMULATED
                ? Optional.empty()
                : Optional.of(
                        new HomeBroker(folder.home(), request.mode(), System.getenv()).clock());
    }

    /// The time of the exchange of this run is known once it tells it.
    private boolean knowsTime() {
        if (market.isEmpty()) {
            market =
                    fleet.find(ExchangeProcess.NAME)
                            .map(ManagedProcess::state)
                            .filter(process -> process.port().isPresent())
                            .map(Supervisor::followed);
        }
        return market.isPresent();
    }

    private static Clock followed(ProcessState exchange) {
        URI url = URI.create("http://127.0.0.1:" + exchange.port().orElseThrow());
        return FollowedClock.of(ExchangeProcess.clockUrl(url), CLOCK_PATIENCE);
    }

    private static boolean isUp(ProcessState process) {
        return switch (process.state()) {
            case READY, WAITING, STOPPED -> true;
            case STARTING, RESTARTING -> false;
        };
    }

    private boolean isDownWithin(long millis) {
        try {
            return down.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Somebody ends this process: the others are stopped first.
    private void awaitEnd() {
        down.countDown();
        try {
            if (!ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("not everything has stopped yet");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Telling must not keep the process from being started again, and a process that ends again
    /// and again is told of the first, second, fourth, eighth time.
    private void processEnded(String name, String what, int restarts) {
        if (name.equals(ExchangeProcess.NAME)) {
            tell(
                    "%s %s, and its books with it: this run ends".formatted(name, what),
                    name,
                    restarts);
            down.countDown();
        } else if (Integer.bitCount(restarts) == 1) {
            String message = "%s %s and is started again (%d)".formatted(name, what, restarts);
            Thread.ofVirtual().start(() -> tell(message, name, restarts));
        }
    }

    private void tell(String message, String name, int restarts) {
        raise("process %s %s %d".formatted(name, startedAt, restarts), message);
    }

    private void stepFailed(String step, Throwable failure, int times) {
        raise(
                "supervisor %s %s %d".formatted(step, startedAt, times),
                "the supervisor could not %s (%d): %s".formatted(step, times, failure));
    }

    private void diskLow(long bytes) {
        raise(
                "disk-low %s".formatted(clock.instant()),
                "%d MiB are left on the disk of %s: without any, PostgreSQL stops and nothing is traded"
                        .formatted(bytes >> MEGABYTE_BITS, folder.home()));
    }

    /// Of one that was killed nobody could tell: with it ended whoever tells.
    private void tellOfTheLast() {
        raise(
                "supervisor-gone %s".formatted(startedAt),
                "the run before this one was not stopped but broke off: until now nothing was watched");
    }

    private void raise(String eventId, String message) {
        try {
            database.ifPresent(opened ->
                    opened.alerts()
                            .raise(
                                    Severity.CRITICAL,
                                    eventId,
                                    Optional.empty(),
                                    message,
                                    market.orElse(clock).instant()));
        } catch (RuntimeException failure) {
            LOG.error("nobody was told: {}", message, failure);
        }
    }

    private ControlAnswer command(List<String> words) {
        return switch (words.getFirst()) {
            case "state" -> ControlAnswer.of(state());
            case "stop" -> each(words, Supervisor::stop);
            case "start" -> each(words, ManagedProcess::start);
            case "restart" -> each(words, Supervisor::restart);
            case "down" -> {
                down.countDown();
                yield ControlAnswer.of(state());
            }
            default -> ControlAnswer.refused("unknown command " + words.getFirst());
        };
    }

    private ControlAnswer each(
            List<String> words, java.util.function.Consumer<ManagedProcess> action) {
        for (String name : words.subList(1, words.size())) {
            Optional<ManagedProcess> process = fleet.find(name);
            if (process.isEmpty()) {
                return ControlAnswer.refused(
                        "no process '%s'; there are %s".formatted(name, fleet.names()));
            }
            action.accept(process.get());
        }
        return ControlAnswer.of(state());
    }

    private static void stop(ManagedProcess process) {
        process.tellToStop();
        process.awaitStopped(Fleet.GRACE);
    }

    private static void restart(ManagedProcess process) {
        stop(process);
        process.start();
    }

    private RunState state() {
        long own = ProcessHandle.current().pid();
        var server = postgres.pid();
        return new RunState(
                request.mode().name(),
                broker,
                startedAt,
                market.map(Clock::instant),
                own,
                phase,
                fleet.states(),
                server.isPresent() ? ResidentMemory.ofTree(server.getAsLong()) : server,
                ResidentMemory.of(own));
    }
}
