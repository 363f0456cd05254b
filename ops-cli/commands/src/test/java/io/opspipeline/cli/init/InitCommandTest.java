package io.opspipeline.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opspipeline.cli.OpsCli;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.pose.DataPlan;
import io.opspipeline.exchange.pose.Pose;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.local.broker.SimulatedBroker;
import io.opspipeline.local.day.DayRequest;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.local.day.Markets;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.local.up.ExchangeProcess;
import io.opspipeline.local.up.RunningDatabase;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.market.PostgresUniverse;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.runtime.setting.RunMode;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A newcomer's first steps, against the exchange posing as the paper host.
class InitCommandTest {

    private static final Market MARKET =
            Markets.open(
                    new DayRequest(
                            new DayRequest.MarketKind.Generated(),
                            Optional.empty(),
                            1,
                            new TreeSet<>(List.of(Ticker.of("NVDA"))),
                            Map.of()));
    private static final List<OpeningAccount> ACCOUNTS =
            LocalAccount.ALL.stream().map(LocalAccount::opening).toList();

    @TempDir private static Path home;

    private record Answer(int code, String out, String err) {}

    @BeforeEach
    void beginAnew() throws IOException {
        LocalPostgres postgres = LocalPostgres.in(home);
        postgres.start();
        postgres.drop(RunningDatabase.name(RunMode.PAPER));
        postgres.drop(RunningDatabase.name(RunMode.LIVE));
        Files.deleteIfExists(secrets());
        Files.deleteIfExists(home.resolve("broker.properties"));
        Files.deleteIfExists(home.resolve("postgres/current"));
    }

    @AfterAll
    static void stop() {
        LocalPostgres.in(home).stop();
    }

    @Test
    @DisplayName("init asks, registers with limits by equity, and ends with a green doctor")
    void setsUpAnAccount() throws IOException {
        try (var exchange = open(Pose.healthy(ACCOUNTS))) {
            Answer answer =
                    init(
                            exchange,
                            ScriptedPrompt.answering(
                                    "simulated-key-tiny",
                                    "simulated-secret-tiny",
                                    "day",
                                    "",
                                    "yes"),
                            "--account",
                            "first",
                            "--symbols",
                            "NVDA");

            assertThat(answer.err()).contains("limits         daily loss 100.00, 2 positions");
            assertThat(answer.out()).contains("green: ");
            assertThat(answer.code()).isEqualTo(ExitCode.DONE);
            assertThat(answer.out() + answer.err()).doesNotContain("simulated-secret-tiny");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets())))
                    .isEqualTo("rw-------");
            assertThat(registered("first"))
                    .hasValueSatisfying(account -> {
                        assertThat(account.brokerNumber()).isEqualTo("SIM000002");
                        assertThat(account.tier()).isEqualTo(Tier.TINY);
                    });
            assertThat(universe()).contains(Ticker.of("NVDA"));
            assertThat(LocalPostgres.in(home).current()).contains("paper");
        }
    }

    @Test
    @DisplayName("wrong keys are asked for again, and nothing is written while they are wrong")
    void writesNothingWithWrongKeys() {
        try (var exchange = open(Pose.healthy(ACCOUNTS))) {
            Answer answer =
                    init(
                            exchange,
                            ScriptedPrompt.answering("wrong", "keys", "", "still", "wrong"),
                            "--account",
                            "second",
                            "--strategy",
                            "SWING");

            assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err())
                    .contains("the broker refuses these keys of account second (401")
                    .contains("nothing was written");
            assertThat(secrets()).doesNotExist();
            assertThat(registered("second")).isEmpty();
        }
    }

    @Test
    @DisplayName("run again, init changes what is asked and keeps everything else")
    void changesOnlyWhatIsAsked() throws IOException {
        try (var exchange = open(Pose.healthy(ACCOUNTS).with(DataPlan.FULL.withoutOpra()))) {
            Files.writeString(secrets(), "# mine\nother.key-id=OK\nother.secret-key=OS\n");
            Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rw-------"));
            Answer first =
                    init(
                            exchange,
                            ScriptedPrompt.answering(
                                    "simulated-key-large", "simulated-secret-large", ""),
                            "--account",
                            "again",
                            "--strategy",
                            "SWING",
                            "--symbols",
                            "NVDA",
                            "--yes");
            String keys = Files.readString(secrets());

            Answer second = init(exchange, ScriptedPrompt.nobody(), "--stock-feed", "iex", "--yes");

            assertThat(first.err())
                    .contains("opra: 403 OPRA agreement is not signed; indicative can be read");
            assertThat(keys)
                    .startsWith("# mine\nother.key-id=OK\nother.secret-key=OS\n")
                    .contains("again.key-id=simulated-key-large");
            assertThat(second.err()).contains("written to");
            assertThat(Files.readString(secrets())).isEqualTo(keys);
            assertThat(Files.readString(home.resolve("broker.properties")))
                    .contains("paper.alpaca.stock-feed=iex")
                    .contains("paper.alpaca.option-feed=indicative");
            assertThat(registered("again").map(Account::tier)).contains(Tier.LARGE);
        }
    }

    @Test
    @DisplayName("A-14, incident 70: keys of another account than the registered one are refused")
    void refusesAnotherAccountsKeys() {
        Map<String, String> large =
                Map.of(
                        "OPS_SECRET_SAME_KEY_ID", "simulated-key-large",
                        "OPS_SECRET_SAME_SECRET_KEY", "simulated-secret-large");
        Map<String, String> tiny =
                Map.of(
                        "OPS_SECRET_SAME_KEY_ID", "simulated-key-tiny",
                        "OPS_SECRET_SAME_SECRET_KEY", "simulated-secret-tiny");
        String[] words = {"--account", "same", "--strategy", "SWING", "--symbols", "NVDA", "--yes"};
        try (var exchange = open(Pose.healthy(ACCOUNTS))) {
            init(exchange, large, ScriptedPrompt.nobody(), words);

            Answer answer = init(exchange, tiny, ScriptedPrompt.nobody(), words);

            assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err())
                    .contains(
                            "account same is registered as the broker's SIM000001, and these keys belong to SIM000002");
            assertThat(registered("same").map(Account::brokerNumber)).contains("SIM000001");
        }
    }

    @Test
    @DisplayName("incident 70: keys that an account has in another mode are not replaced")
    void keepsTheKeysOfAnotherMode() throws IOException {
        String[] words = {
            "--account", "shared", "--strategy", "SWING", "--symbols", "NVDA", "--yes"
        };
        try (var exchange = open(Pose.healthy(ACCOUNTS))) {
            init(exchange, keys("large"), words);
            String kept = Files.readString(secrets());
            moveToLive(registered("shared").orElseThrow());

            Answer others = init(exchange, keys("tiny"), anew(words));
            assertThat(others.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(others.err())
                    .contains("the keys of account shared are kept for LIVE")
                    .contains("say --account with another name");
            assertThat(Files.readString(secrets())).isEqualTo(kept);
            assertThat(registered("shared")).isEmpty();

            Answer same = init(exchange, keys("large"), anew(words));
            assertThat(same.err()).contains("written to");
            assertThat(registered("shared")).isPresent();
        }
    }

    @Test
    @DisplayName("incident 70: a mode that has only its broker file keeps its keys, too")
    void keepsTheKeysOfABrokerFile() throws IOException {
        String[] words = {
            "--account", "filed", "--strategy", "SWING", "--symbols", "NVDA", "--yes"
        };
        try (var exchange = open(Pose.healthy(ACCOUNTS))) {
            init(exchange, keys("large"), words);
            LocalPostgres.in(home).drop(RunningDatabase.name(RunMode.PAPER));
            Files.writeString(home.resolve("broker.properties"), "live.alpaca.stock-feed=sip\n");

            Answer others = init(exchange, keys("tiny"), anew(words));

            assertThat(others.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(others.err()).contains("the keys of account filed are kept for LIVE");
        }
    }

    @Test
    @DisplayName(
            "rules 9: what an account holds is adopted and sold: init warns, and --yes needs --adopt")
    void warnsOfWhatWouldBeAdopted() {
        String[] words = {
            "--account", "laden", "--strategy", "SWING", "--symbols", "NVDA", "--yes"
        };
        try (var exchange = open(Pose.healthy(ACCOUNTS))) {
            holdShares(exchange);

            Answer refused = init(exchange, keys("large"), words);
            assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(refused.err())
                    .containsPattern("WARNING +laden holds 10 NVDA at [0-9.]+: adopted")
                    .contains("sold by the exits of SWING (default -3 % or +6 %)")
                    .contains("say --adopt, or close it first; nothing was written");
            assertThat(registered("laden")).isEmpty();
            assertThat(secrets()).doesNotExist();

            Answer adopted =
                    init(
                            exchange,
                            keys("large"),
                            Stream.concat(Stream.of(words), Stream.of("--adopt"))
                                    .toArray(String[]::new));
            assertThat(adopted.err()).contains("WARNING", "written to");
            assertThat(registered("laden")).isPresent();
        }
    }

    @Test
    @DisplayName("who does not confirm, or is not there to, changes nothing")
    void writesNothingUnconfirmed() {
        try (var exchange = open(Pose.healthy(ACCOUNTS))) {
            String[] words = {"--account", "shy", "--strategy", "SWING", "--symbols", "NVDA"};
            Answer no =
                    init(
                            exchange,
                            ScriptedPrompt.answering(
                                    "simulated-key-large", "simulated-secret-large", "", "no"),
                            words);
            Answer nobody =
                    init(
                            exchange,
                            ScriptedPrompt.answering(
                                    "simulated-key-large", "simulated-secret-large"),
                            words);

            assertThat(no.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(no.err()).contains("nothing was written but an empty database of PAPER");
            assertThat(LocalPostgres.in(home).current()).isEmpty();
            assertThat(nobody.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(nobody.err()).contains("give --yes");
            assertThat(secrets()).doesNotExist();
            assertThat(registered("shy")).isEmpty();
        }
    }

    @Test
    @DisplayName("a ticker without options, a feed and a name that cannot be are named")
    void namesBadInput() {
        try (var exchange = open(Pose.healthy(ACCOUNTS))) {
            assertThat(init(exchange, ScriptedPrompt.nobody(), "--account", "BIG").err())
                    .contains("--account: account id must match");
            assertThat(init(exchange, ScriptedPrompt.nobody(), "--option-feed", "free").err())
                    .contains("--option-feed: unknown feed 'free'; known: [opra, indicative]");
            Answer unlisted =
                    init(
                            exchange,
                            ScriptedPrompt.answering(
                                    "simulated-key-large", "simulated-secret-large"),
                            "--account",
                            "wide",
                            "--strategy",
                            "SWING",
                            "--symbols",
                            "NVDA,ZZZZ",
                            "--yes");
            assertThat(unlisted.err()).contains("the broker lists no options on [ZZZZ]");
            assertThat(unlisted.code()).isEqualTo(ExitCode.REFUSED);
        }
    }

    @Test
    @DisplayName("must-show: up --broker paper starts no process unless the doctor is content")
    void upStartsNothingUnlessGreen() throws IOException, InterruptedException {
        List<OpeningAccount> posed =
                ACCOUNTS.stream()
                        .map(account -> account.withNumber("PA3X").withOptionsLevel(1))
                        .toList();
        try (var healthy = open(Pose.healthy(ACCOUNTS))) {
            init(
                    healthy,
                    ScriptedPrompt.answering("simulated-key-large", "simulated-secret-large"),
                    "--account",
                    "gated",
                    "--strategy",
                    "SWING",
                    "--symbols",
                    "NVDA",
                    "--yes");
        }
        try (var exchange = open(Pose.healthy(posed).with(DataPlan.FULL.withoutOpra()))) {
            Answer answer = process(exchange, "up", "--broker", "paper");

            assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err())
                    .contains("FAIL     account-number gated  the broker's is PA3X")
                    .contains("FAIL     options-level gated  level 1")
                    .contains("FAIL     option-feed  403: OPRA agreement is not signed")
                    .contains("-> sign the OPRA agreement")
                    .contains("nothing was started: ");
            assertThat(home.resolve("run/supervisor.lock")).doesNotExist();
            assertThat(home.resolve("logs/supervisor.out")).doesNotExist();
        }
    }

    private static String[] anew(String... words) {
        return Stream.concat(Stream.of("--new-keys"), Stream.of(words)).toArray(String[]::new);
    }

    /// Somebody has bought ten shares by hand.
    private static void holdShares(ExchangeProcess exchange) {
        var large = new AccountId("large");
        URI clock = ExchangeProcess.clockUrl(exchange.url());
        exchange.run(600);
        try (var broker = SimulatedBroker.at(exchange.url(), clock).clients()) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> {
                        while (exchange.now().isBefore(MARKET.session().open().plusSeconds(120))) {
                            Thread.onSpinWait();
                        }
                        var byHand =
                                new OrderRequest(
                                        new ClientOrderId("by-hand"),
                                        large,
                                        new Instrument.Stock(Ticker.of("NVDA")),
                                        Side.BUY,
                                        10,
                                        Optional.of(new Price(new BigDecimal("999"))));
                        assertThat(broker.orderEntry().submit(byHand))
                                .isInstanceOf(SubmitResult.Accepted.class);
                        while (broker.books().positions(large).isEmpty()) {
                            Thread.onSpinWait();
                        }
                    });
        }
        exchange.run(1);
    }

    private static ScriptedPrompt keys(String account) {
        return ScriptedPrompt.answering("simulated-key-" + account, "simulated-secret-" + account);
    }

    private static void moveToLive(Account account) {
        LocalPostgres postgres = LocalPostgres.in(home);
        postgres.drop(RunningDatabase.name(RunMode.PAPER));
        try (var live = RunningDatabase.openKept(postgres, RunMode.LIVE)) {
            new PostgresAccounts(Database.over(live.source()))
                    .register(account, MARKET.session().open());
        }
    }

    private static ExchangeProcess open(Pose pose) {
        return ExchangeProcess.open(MARKET, 0, pose);
    }

    private static Map<String, String> environment(ExchangeProcess exchange) {
        Map<String, String> environment = new HashMap<>();
        environment.put("OPS_ALPACA_TRADING_URL", exchange.url().toString());
        environment.put("OPS_ALPACA_DATA_URL", exchange.url().toString());
        environment.put("OPS_CLOCK_URL", ExchangeProcess.clockUrl(exchange.url()).toString());
        return environment;
    }

    private static Answer init(ExchangeProcess exchange, Prompt prompt, String... words) {
        return init(exchange, Map.of(), prompt, words);
    }

    private static Answer init(
            ExchangeProcess exchange, Map<String, String> keys, Prompt prompt, String... words) {
        Map<String, String> environment = environment(exchange);
        environment.putAll(keys);
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                new CommandLine(new InitCommand(home, environment, prompt))
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .setExecutionExceptionHandler((failure, line, _) -> {
                            line.getErr().println(failure.getMessage());
                            return failure instanceof CommandFailure known
                                    ? known.exitCode()
                                    : ExitCode.FAILED;
                        })
                        .execute(words);
        return new Answer(code, out.toString(), err.toString());
    }

    /// Runs a command as a person would: in a process of its own.
    private static Answer process(ExchangeProcess exchange, String... words)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        all.addAll(List.of("-cp", System.getProperty("java.class.path")));
        all.add(OpsCli.class.getName());
        all.addAll(List.of(words));
        File err = File.createTempFile("ops-cli", ".err");
        var builder = new ProcessBuilder(all).redirectError(err);
        builder.environment().putAll(environment(exchange));
        builder.environment().put("OPS_HOME", home.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), out, Files.readString(err.toPath()));
    }

    private static Path secrets() {
        return home.resolve("secrets.properties");
    }

    private static Optional<Account> registered(String name) {
        try (var database = RunningDatabase.openKept(LocalPostgres.in(home), RunMode.PAPER)) {
            return new PostgresAccounts(Database.over(database.source())).find(new AccountId(name));
        }
    }

    private static List<Ticker> universe() {
        try (var database = RunningDatabase.openKept(LocalPostgres.in(home), RunMode.PAPER)) {
            return new PostgresUniverse(Database.over(database.source()))
                    .active().stream().map(UniverseRow::ticker).toList();
        }
    }
}
