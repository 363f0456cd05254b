package io.opspipeline.local.doctor;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.local.broker.BrokerAccess;
import io.opspipeline.local.doctor.Finding.Result;
import io.opspipeline.local.up.ControlClient;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.time.MachineTime;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/// Examines a home folder, the machine under it, its accounts and its broker. Nothing is changed,
/// but the local database server is started when it sleeps.
public final class Doctor {

    /// How long one check may take, in real time.
    public static final Duration LIMIT = Duration.ofSeconds(20);

    private static final List<String> AT_BROKER =
            List.of(
                    "keys-present",
                    "keys-accepted",
                    "account-number",
                    "account-status",
                    "options-level",
                    "buying-power",
                    "clock-skew",
                    "calendar",
                    "stock-feed",
                    "option-feed",
                    "option-chain",
                    "trading-stream",
                    "bar-stream",
                    "request-limit");

    private static final List<String> IN_DATABASE =
            List.of("database", "schema", "accounts", "settings");

    private final Subject subject;
    private final Round round;
    private final Once<DataSource> source;
    private final Once<BrokerAccess> access;
    private final DatabaseChecks database;
    private final RunChecks run;
    private final SignChecks signs;

    private Doctor(Subject subject, Duration limit) {
        this.subject = subject;
        this.round = new Round(limit);
        this.source = new Once<>(subject::database);
        this.access = new Once<>(subject::broker);
        this.database = new DatabaseChecks(subject.mode(), source, this::clock);
        this.run = new RunChecks(subject.mode(), subject.run());
        this.signs = new SignChecks(run, source, this::clock);
    }

    /// Examines a home folder for a mode.
    ///
    /// @param environment of this process, which services would inherit
    /// @param limit how long one check may take, in real time
    public static Diagnosis examine(
            Path home, RunMode mode, Map<String, String> environment, Duration limit) {
        var subject = new Subject(home, mode, environment, ControlClient.in(home).state());
        return new Doctor(subject, limit).diagnosis();
    }

    private Diagnosis diagnosis() {
        List<Examination> found = new ArrayList<>(round.of(machine()));
        Optional<String> nothingYet = subject.nothingYet();
        if (nothingYet.isPresent()) {
            found.addAll(skipped(IN_DATABASE, nothingYet.get()));
            found.addAll(skipped(List.of("broker-settings"), nothingYet.get()));
            found.addAll(skipped(AT_BROKER, nothingYet.get()));
        } else {
            List<Check> places = new ArrayList<>(database.checks());
            places.add(Check.of("broker-settings", settingsCure(), this::settings));
            found.addAll(round.of(places));
            found.addAll(atBroker(found));
        }
        List<Check> life = new ArrayList<>(run.checks());
        life.addAll(signs.checks());
        found.addAll(round.of(life));
        return Diagnosis.of(subject.mode().name(), broker(found), found);
    }

    private List<Check> machine() {
        return new MachineChecks(
                        subject.home(), subject.secrets(), subject.mode(), subject.environment())
                .checks();
    }

    private Finding settings() {
        BrokerAccess broker = access.get();
        return Finding.pass(
                "%s goes with %s".formatted(broker.mode(), broker.settings().tradingUrl()));
    }

    private List<Examination> atBroker(List<Examination> found) {
        if (!isGood("broker-settings", found)) {
            return skipped(AT_BROKER, "no broker to ask, see broker-settings");
        }
        List<Account> registered = isGood("accounts", found) ? database.registered() : List.of();
        SortedSet<AccountId> withKeys;
        try {
            withKeys = subject.withKeys();
        } catch (RuntimeException failure) {
            return withoutKeys("keys cannot be read: " + failure.getMessage());
        }
        if (withKeys.isEmpty()) {
            return withoutKeys(
                    "no account has keys, neither in the environment nor in " + subject.secrets());
        }
        try (var answers = new BrokerAnswers(access.get())) {
            return atBroker(answers, withKeys.first(), registered, withKeys);
        }
    }

    private List<Examination> atBroker(
            BrokerAnswers answers,
            AccountId asks,
            List<Account> registered,
            SortedSet<AccountId> withKeys) {
        var traders = new TreeSet<AccountId>(registered.isEmpty() ? withKeys : List.of());
        registered.forEach(account -> traders.add(account.id()));
        List<Check> checks = new ArrayList<>();
        for (AccountId id : traders) {
            Optional<Account> row =
                    registered.stream().filter(each -> each.id().equals(id)).findFirst();
            checks.addAll(new AccountChecks(id, row, answers).checks());
        }
        var broker = new BrokerChecks(asks, answers);
        checks.addAll(broker.checks());
        checks.addAll(new FeedChecks(asks, answers).checks());
        checks.addAll(new StreamChecks(traders, answers, run).checks());
        List<Examination> all = new ArrayList<>(round.of(checks));
        all.addAll(round.of(List.of(broker.requestLimit())));
        return all;
    }

    private List<Examination> withoutKeys(String observed) {
        List<Examination> all = new ArrayList<>();
        all.add(
                new Examination(
                        AT_BROKER.getFirst(),
                        Optional.empty(),
                        Result.FAIL,
                        observed,
                        Optional.of("ops-cli init --broker " + subject.mode().profile())));
        all.addAll(
                skipped(
                        AT_BROKER.subList(1, AT_BROKER.size()),
                        "no keys to ask with, see keys-present"));
        return all;
    }

    /// The time of the mode; what has no broker is judged by the machine's.
    private Clock clock() {
        try {
            return access.get().clock();
        } catch (RuntimeException _) {
            return MachineTime.clock();
        }
    }

    private String broker(List<Examination> found) {
        return isGood("broker-settings", found)
                ? access.get().settings().tradingUrl().toString()
                : "no broker";
    }

    private static boolean isGood(String check, List<Examination> found) {
        return found.stream()
                .anyMatch(each -> each.check().equals(check) && each.result() == Result.PASS);
    }

    private static List<Examination> skipped(List<String> checks, String why) {
        return checks.stream()
                .map(check ->
                        new Examination(
                                check, Optional.empty(), Result.SKIPPED, why, Optional.empty()))
                .toList();
    }

    private String settingsCure() {
        return "correct the environment (OPS_ALPACA_..., OPS_CLOCK_URL) or %s"
                .formatted(subject.home().resolve("broker.properties"));
    }
}
