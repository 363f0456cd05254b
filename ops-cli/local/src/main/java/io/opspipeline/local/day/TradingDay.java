package io.opspipeline.local.day;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.venue.Books;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.runtime.service.ServiceDescription;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.time.Stopwatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A market day: everything that is needed to trade it is started when it is opened.
public final class TradingDay implements AutoCloseable {

    private static final Duration BEFORE_OPEN = Duration.ofMinutes(5);
    private static final Duration AFTER_REPORT = Duration.ofMinutes(5);
    private static final Duration BAR_DELAY = Duration.ofSeconds(1);
    private static final Duration MARKET_STEP = Duration.ofSeconds(5);

    private final Market market;
    private final RunDatabase database;
    private final World world;
    private final Duration startTime;

    private TradingDay(Market market, RunDatabase database, World world, Duration startTime) {
        this.market = market;
        this.database = database;
        this.world = world;
        this.startTime = startTime;
    }

    /// Checks the request, and then starts PostgreSQL, the exchange and every service.
    ///
    /// @param home where databases and logs are kept
    /// @throws BadRequestException when the market cannot be opened as asked
    /// @throws io.opspipeline.runtime.setting.SettingsException naming the first bad override
    public static TradingDay open(Path home, DayRequest request) {
        ServiceDescription.catalogue(ServiceList.ALL).check(request.overrides(), RunMode.SIMULATED);
        Market market = Markets.open(request);
        Stopwatch watch = Stopwatch.started();
        RunDatabase database = RunDatabase.create(LocalPostgres.in(home));
        try {
            Instant start = market.session().open().minus(BEFORE_OPEN);
            World world = World.start(market, start, database, home, request.overrides());
            return new TradingDay(market, database, world, watch.elapsed());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// What is traded.
    public Market market() {
        return market;
    }

    /// Real time from the start of PostgreSQL until every service was up.
    public Duration startTime() {
        return startTime;
    }

    /// Trades the day, from the open to the report, and makes its database the current one.
    public DayResult trade(DayObserver observer) {
        Stopwatch watch = Stopwatch.started();
        plan(observer);
        world.runUntil(end());
        Duration wall = watch.elapsed();
        Books books = world.venue().books();
        DayResult result =
                new DayReading(database.source())
                        .read(
                                market.description(),
                                market.session(),
                                books,
                                wall,
                                new InvariantChecks(database.source(), () -> books).check(),
                                Journal.sha256(database.source()));
        database.keep();
        return result;
    }

    /// Real time that the day spent in each stage.
    public Map<Stage, Duration> stageTimes() {
        return world.times().byStage();
    }

    /// The exchange's books.
    public Books books() {
        return world.venue().books();
    }

    /// Where the rows of this day are.
    public javax.sql.DataSource source() {
        return database.source();
    }

    @Override
    public void close() {
        try {
            world.close();
        } finally {
            database.close();
        }
    }

    private void plan(DayObserver observer) {
        Session session = market.session();
        SnapshotReading reading = new SnapshotReading(database.source(), world.venue(), session);
        at(session.open(), Stage.REPORT, "streams", world::awaitStreams);
        every(MARKET_STEP, session.open(), end(), Stage.MARKET, "step", _ -> {});
        for (int minute = 0; minute < session.minutes(); minute++) {
            Instant start = session.open().plus(Duration.ofMinutes(minute));
            Instant due = start.plus(Duration.ofMinutes(1)).plus(BAR_DELAY);
            at(due, Stage.STREAM, "bars", () -> world.server().publishBars(start));
            at(
                    due.plusSeconds(4),
                    Stage.REPORT,
                    "screen",
                    () -> observer.minutePassed(() -> reading.at(world.time().instant())));
        }
    }

    /// After the report, which has a fixed time of day, also on a half day.
    private Instant end() {
        Instant report =
                NewYork.at(
                        market.session().date(), JobSchedule.of(JobName.REPORT).at().orElseThrow());
        return report.plus(AFTER_REPORT);
    }

    private void every(
            Duration period,
            Instant from,
            Instant to,
            Stage stage,
            String key,
            java.util.function.Consumer<Instant> action) {
        for (Instant due = from; due.isBefore(to); due = due.plus(period)) {
            Instant now = due;
            at(now, stage, key, () -> action.accept(now));
        }
    }

    private void at(Instant due, Stage stage, String key, Runnable action) {
        world.time().at(due, new TimerKey(stage, Optional.empty(), key), action);
    }
}
