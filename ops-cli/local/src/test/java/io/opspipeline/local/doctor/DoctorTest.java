package io.opspipeline.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.exchange.pose.DataPlan;
import io.opspipeline.exchange.pose.Pose;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.local.MemoryFolder;
import io.opspipeline.local.broker.BrokerFile;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.local.doctor.Finding.Result;
import io.opspipeline.local.postgres.LocalPostgres;
import io.opspipeline.local.up.RunningDatabase;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.setting.PostgresSettingsStore;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.runtime.setting.RunMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The doctor against the exchange posing as the paper host, over the real wire.
class DoctorTest {

    @TempDir(factory = MemoryFolder.class)
    private static Path home;

    private static LocalPostgres postgres;

    @BeforeAll
    static void register() {
        postgres = LocalPostgres.in(home);
        postgres.start();
        try (var database = RunningDatabase.openKept(postgres, RunMode.PAPER)) {
            var accounts = new PostgresAccounts(Database.over(database.source()));
            LocalAccount.ALL.forEach(
                    account -> accounts.register(account.registered(), Instant.EPOCH));
        }
    }

    @AfterAll
    static void stop() {
        postgres.stop();
    }

    @Test
    @DisplayName("A-14: with everything as it should be, all of at least 15 checks are green")
    void isContentWithAHealthyBroker() {
        Diagnosis diagnosis = examined(PosedBroker.healthyPose());

        assertThat(diagnosis.failed()).isEmpty();
        assertThat(diagnosis.green()).isTrue();
        assertThat(diagnosis.examinations().stream().map(Examination::check).distinct().count())
                .isGreaterThanOrEqualTo(15);
        assertThat(diagnosis.examinations())
                .filteredOn(each -> each.result() == Result.SKIPPED)
                .extracting(Examination::check)
                .containsExactly("secrets-file", "services", "heartbeats", "schedules");
    }

    @Test
    @DisplayName("incident 76: wrong keys are named with their cure, for their account alone")
    void namesWrongKeys() {
        try (var broker = PosedBroker.healthy()) {
            Map<String, String> environment = broker.environmentWithKeys();
            environment.put("OPS_SECRET_TINY_SECRET_KEY", "mistyped");

            Diagnosis diagnosis = examined(environment);

            assertThat(told(diagnosis))
                    .containsExactly(
                            "keys-accepted tiny: 401: request is not authorized -> make a key pair for this account in Alpaca's dashboard and give it to: ops-cli init --broker paper --account tiny",
                            trading(diagnosis));
        }
    }

    private static String trading(Diagnosis diagnosis) {
        return told(diagnosis).stream()
                .filter(line -> line.startsWith("trading-stream tiny: not authorised"))
                .findFirst()
                .orElse("trading-stream tiny must fail");
    }

    @Test
    @DisplayName("A-14, incident 70: a wrong account number is named with its cure")
    void namesAWrongAccountNumber() {
        Diagnosis diagnosis =
                examined(posed("large", account -> account.withNumber("PA3X0000001")));

        assertThat(told(diagnosis))
                .singleElement()
                .asString()
                .startsWith(
                        "account-number large: the broker's is PA3X0000001, registered is SIM000001 -> give the keys of the registered account to: ops-cli init --broker paper --account large");
    }

    @Test
    @DisplayName("fault 403-LEVEL-TOO-LOW: options level 1 is named with its cure")
    void namesALowOptionsLevel() {
        Diagnosis diagnosis = examined(posed("large", account -> account.withOptionsLevel(1)));

        assertThat(told(diagnosis))
                .containsExactly(
                        "options-level large: level 1, buying calls and puts needs 2 -> ask for options level 2 in Alpaca's dashboard (Account, Options trading)");
    }

    @Test
    @DisplayName("fault 403-USER-SUSPENDED: a blocked account is named")
    void namesABlockedAccount() {
        Diagnosis diagnosis = examined(posed("tiny", OpeningAccount::withTradingBlocked));

        assertThat(told(diagnosis))
                .singleElement()
                .asString()
                .startsWith("account-status tiny: ACTIVE, trading is blocked -> look");
    }

    @Test
    @DisplayName("A-43, incident 58: no OPRA agreement is named with its cure")
    void namesAMissingOpraAgreement() {
        Diagnosis diagnosis = examined(PosedBroker.healthyPose().with(DataPlan.FULL.withoutOpra()));

        assertThat(told(diagnosis))
                .containsExactly(
                        "option-feed: 403: OPRA agreement is not signed -> sign the OPRA agreement in Alpaca's dashboard (Market data; needs Algo Trader Plus), or: ops-cli init --broker paper --option-feed indicative");
    }

    @Test
    @DisplayName("A-43, incident 58: no subscription for sip is named; iex passes with a warning")
    void namesAMissingSubscription() {
        Pose pose = PosedBroker.healthyPose().with(DataPlan.FULL.withoutSip());
        try (var broker = PosedBroker.posing(pose)) {
            Map<String, String> environment = broker.environmentWithKeys();
            assertThat(told(examined(environment)))
                    .anyMatch(line ->
                            line.startsWith(
                                    "stock-feed: 403: subscription does not permit querying recent SIP data"))
                    .anyMatch(line ->
                            line.startsWith("bar-stream: error 409 insufficient subscription"));

            environment.put("OPS_ALPACA_STOCK_FEED", "iex");
            Diagnosis free = examined(environment);

            assertThat(told(free)).isEmpty();
            assertThat(one(free, "stock-feed").result()).isEqualTo(Result.WARN);
        }
    }

    @Test
    @DisplayName("fault RECONNECT-STORM-429: a storm is named as such, with its reset")
    void namesAStorm() {
        Diagnosis diagnosis = examined(PosedBroker.healthyPose().withRequestsPerMinute(1));

        assertThat(told(diagnosis))
                .singleElement()
                .asString()
                .startsWith("request-limit: storm: 429: ")
                .containsPattern("the limit resets at 2025-06-12T13:\\d\\d:00Z -> end whatever");
        assertThat(diagnosis.green()).isFalse();
    }

    @Test
    @DisplayName("fault CLOCK-SKEW: a clock that is wrong is named with its cure")
    void namesAWrongClock() {
        Diagnosis diagnosis =
                examined(PosedBroker.healthyPose().withClockSkew(Duration.ofSeconds(90)));

        assertThat(told(diagnosis))
                .singleElement()
                .asString()
                .matches(
                        "clock-skew: this process is (89|90)\\.\\d s behind the broker, at most 5 are allowed -> set this machine's clock by NTP .*");
    }

    @Test
    @DisplayName("one problem never hides another")
    void namesEveryProblemAtOnce() {
        List<OpeningAccount> accounts =
                PosedBroker.accounts().stream()
                        .map(account -> account.withNumber("PA3X").withOptionsLevel(1))
                        .toList();

        Diagnosis diagnosis = examined(Pose.healthy(accounts));

        assertThat(diagnosis.failed())
                .extracting(Examination::title)
                .containsExactly(
                        "account-number large",
                        "options-level large",
                        "account-number tiny",
                        "options-level tiny");
    }

    @Test
    @DisplayName("A-14: a trading URL that does not go with the mode is refused by name")
    void namesAUrlOfAnotherMode() {
        Diagnosis diagnosis =
                Doctor.examine(
                        home,
                        RunMode.PAPER,
                        Map.of("OPS_ALPACA_TRADING_URL", "https://api.alpaca.markets"),
                        Doctor.LIMIT);

        assertThat(told(diagnosis))
                .singleElement()
                .asString()
                .startsWith(
                        "broker-settings: mode PAPER does not go with trading URL https://api.alpaca.markets");
        assertThat(one(diagnosis, "keys-accepted").result()).isEqualTo(Result.SKIPPED);
    }

    @Test
    @DisplayName(
            "A-13: an account without a secret is named, and its other checks say why they wait")
    void namesMissingKeys() {
        try (var broker = PosedBroker.healthy()) {
            Map<String, String> environment = broker.environmentWithKeys();
            environment.remove("OPS_SECRET_TINY_KEY_ID");

            Diagnosis diagnosis = examined(environment);

            assertThat(diagnosis.failed())
                    .extracting(Examination::title)
                    .containsExactly("keys-present tiny");
        }
    }

    @Test
    @DisplayName("a broker that hangs gives a named failure in bounded time")
    void doesNotHangWithTheBroker() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();
            Diagnosis diagnosis =
                    Doctor.examine(
                            home,
                            RunMode.PAPER,
                            Map.of(
                                    "OPS_ALPACA_TRADING_URL", url,
                                    "OPS_ALPACA_DATA_URL", url,
                                    "OPS_ALPACA_REQUEST_TIMEOUT", "500ms",
                                    "OPS_SECRET_LARGE_KEY_ID", "K",
                                    "OPS_SECRET_LARGE_SECRET_KEY", "S"),
                            Duration.ofSeconds(10));

            assertThat(told(diagnosis))
                    .anyMatch(line ->
                            line.startsWith(
                                    "keys-accepted large: no answer within PT0.5S -> check"))
                    .anyMatch(line -> line.startsWith("clock-skew: no answer"))
                    .anyMatch(line -> line.startsWith("stock-feed: no answer"));
            assertThat(one(diagnosis, "database").result()).isEqualTo(Result.PASS);
        }
    }

    @Test
    @DisplayName("A-8, incident 69: a stored setting that cannot be used is named by its key")
    void namesABadSetting() {
        try (var database = RunningDatabase.openKept(postgres, RunMode.PAPER);
                var broker = PosedBroker.healthy()) {
            var store = new PostgresSettingsStore(Database.over(database.source()));
            store.change(
                    "dispatcher.cost.swing",
                    Optional.of("lots"),
                    Optional.empty(),
                    "test",
                    Instant.EPOCH);

            List<String> told = told(examined(broker.environmentWithKeys()));

            store.change(
                    "dispatcher.cost.swing",
                    Optional.empty(),
                    Optional.empty(),
                    "test",
                    Instant.EPOCH);
            assertThat(told)
                    .singleElement()
                    .asString()
                    .startsWith("settings: setting dispatcher.cost.swing: 'lots' cannot be read");
        }
    }

    @Test
    @DisplayName("a secrets file that others may read is named with its cure")
    void namesAnOpenSecretsFile(@TempDir Path folder) throws IOException {
        Path secrets = Files.createFile(folder.resolve("keys.properties"));
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-r--r--"));
        try (var broker = PosedBroker.healthy()) {
            Map<String, String> environment = broker.environmentWithKeys();
            environment.put("OPS_SECRETS_FILE", secrets.toString());

            assertThat(told(examined(environment)))
                    .first()
                    .isEqualTo(
                            "secrets-file: %s is rw-r--r-- -> chmod 600 %s"
                                    .formatted(secrets, secrets));
        }
    }

    @Test
    @DisplayName("without a home that was set up, the doctor says what to run")
    void sendsANewcomerToInit(@TempDir(factory = MemoryFolder.class) Path fresh) {
        Diagnosis diagnosis =
                Doctor.examine(fresh, RunMode.PAPER, Map.of(), Duration.ofSeconds(60));
        LocalPostgres.in(fresh).stop();

        assertThat(told(diagnosis))
                .containsExactly(
                        "database: there is no database of mode PAPER yet -> ops-cli init --broker paper",
                        "keys-present: no account has keys, neither in the environment nor in %s -> ops-cli init --broker paper"
                                .formatted(fresh.resolve("secrets.properties")));
    }

    @Test
    @DisplayName("the file of the home folder is read, and the environment goes before it")
    void readsTheBrokerFile(@TempDir Path folder) {
        BrokerFile file = BrokerFile.in(folder);
        file.put(RunMode.PAPER, Map.of("alpaca.stock-feed", "iex"));
        file.put(RunMode.LIVE, Map.of("alpaca.stock-feed", "sip"));

        assertThat(file.settings(RunMode.PAPER, Map.of("OPS_ALPACA_OPTION_FEED", "indicative")))
                .containsExactly(
                        Map.entry("alpaca.option-feed", "indicative"),
                        Map.entry("alpaca.stock-feed", "iex"));
        assertThat(file.variables(RunMode.LIVE, Map.of()))
                .containsExactly(Map.entry("OPS_ALPACA_STOCK_FEED", "sip"));
        assertThat(file.variables(RunMode.PAPER, Map.of("OPS_ALPACA_STOCK_FEED", "sip"))).isEmpty();
    }

    private static Pose posed(String account, UnaryOperator<OpeningAccount> change) {
        return Pose.healthy(
                PosedBroker.accounts().stream()
                        .map(each -> each.id().value().equals(account) ? change.apply(each) : each)
                        .toList());
    }

    private static Diagnosis examined(Pose pose) {
        try (var broker = PosedBroker.posing(pose)) {
            return examined(broker.environmentWithKeys());
        }
    }

    private static Diagnosis examined(Map<String, String> environment) {
        return Doctor.examine(home, RunMode.PAPER, environment, Doctor.LIMIT);
    }

    private static Examination one(Diagnosis diagnosis, String check) {
        return diagnosis.examinations().stream()
                .filter(each -> each.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(Diagnosis diagnosis) {
        return diagnosis.failed().stream()
                .map(each ->
                        "%s: %s -> %s"
                                .formatted(
                                        each.title(), each.observed(), each.cure().orElseThrow()))
                .toList();
    }
}
