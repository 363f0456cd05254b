package io.opspipeline.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.cli.Answer;
import io.opspipeline.cli.OpsCli;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.pose.Pose;
import io.opspipeline.local.day.DayRequest;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.local.day.Markets;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.local.up.ControlClient;
import io.opspipeline.local.up.ExchangeProcess;
import io.opspipeline.local.up.RunState;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A paper run whose broker is an exchange on this machine, which lives in another year.
@Timeout(300)
class PosedPaperTest {

    private static final Market MARKET =
            Markets.open(
                    new DayRequest(
                            new DayRequest.MarketKind.Generated(),
                            Optional.empty(),
                            1,
                            new TreeSet<>(List.of(Ticker.of("NVDA"))),
                            Map.of()));
    private static final LocalDate DAY = NewYork.dateOf(MARKET.session().open());
    private static final long LOOK_MILLIS = 200;
    private static final long LOOKS = 600;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    private Optional<Process> supervisor = Optional.empty();

    @AfterEach
    void end() throws Exception {
        if (ControlClient.in(home).tell("down").isPresent()) {
            assertThat(supervisor.orElseThrow().waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @DisplayName("healthcheck and status go by the clock that the services of the run follow")
    void everybodyGoesByTheClockOfTheExchange() throws Exception {
        Pose pose = Pose.healthy(LocalAccount.ALL.stream().map(LocalAccount::opening).toList());
        try (var exchange = ExchangeProcess.open(MARKET, 0, pose)) {
            supervisor =
                    Optional.of(begin(environment(exchange), "supervise", "--broker", "paper"));

            RunState run = await(() -> ControlClient.in(home).state());
            assertThat(NewYork.dateOf(run.marketTime().orElseThrow())).isEqualTo(DAY);
            assertThat(NewYork.dateOf(await(this::lookOfTheHealthcheck))).isEqualTo(DAY);

            sayThatItIsAPaperRun();
            Answer status = answer(begin(Map.of(), "status"));
            assertThat(status.out()).contains("PAPER").contains("market time " + DAY);
        }
    }

    private Optional<Instant> lookOfTheHealthcheck() {
        try (var session = session()) {
            return JdbcClient.create(session)
                    .sql("select beat_at from heartbeats where service = 'healthcheck'")
                    .query((row, _) -> row.getTimestamp(1).toInstant())
                    .optional();
        } catch (SQLException | RuntimeException _) {
            return Optional.empty(); // not migrated yet
        }
    }

    /// As the first service does when it runs.
    private void sayThatItIsAPaperRun() throws SQLException {
        try (var session = session()) {
            JdbcClient.create(session)
                    .sql(
                            """
                            insert into settings_reads values ('test', 'PAPER', '{}', now())
                            """)
                    .update();
        }
    }

    private SingleConnectionDataSource session() throws SQLException {
        var sessions = LocalPostgres.in(home).address("paper").sessions("test");
        return new SingleConnectionDataSource(sessions.getConnection(), true);
    }

    private static <T> T await(Supplier<Optional<T>> look) throws InterruptedException {
        for (long looks = 0; looks < LOOKS; looks++) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            var _ = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("never seen");
    }

    private Process begin(Map<String, String> environment, String... words) throws IOException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        all.addAll(List.of("-cp", System.getProperty("java.class.path")));
        all.add(OpsCli.class.getName());
        all.addAll(List.of(words));
        File err = home.resolve(words[0] + ".err").toFile();
        var builder = new ProcessBuilder(all).redirectError(err);
        builder.environment().put("OPS_HOME", home.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Map<String, String> environment(ExchangeProcess exchange) {
        return Map.of(
                "OPS_ALPACA_TRADING_URL", exchange.url().toString(),
                "OPS_ALPACA_DATA_URL", exchange.url().toString(),
                "OPS_CLOCK_URL", ExchangeProcess.clockUrl(exchange.url()).toString());
    }

    private static Answer answer(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), out, "");
    }
}
