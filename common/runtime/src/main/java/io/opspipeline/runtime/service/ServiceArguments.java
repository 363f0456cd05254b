package io.opspipeline.runtime.service;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A service's command line, with `OPS_RUN_MODE` and `OPS_RUN_ACCOUNT` of the environment in place
/// of `--mode` and `--account` where those are not given.
///
/// @param mode against whom it trades; never guessed
/// @param once the one job to run; empty for a service that runs on
/// @param account the one account to serve; empty for all
/// @param overrides settings by key
record ServiceArguments(
        RunMode mode,
        Optional<JobName> once,
        Optional<AccountId> account,
        Map<String, String> overrides) {

    static final String REAL_MONEY = "--i-understand-this-is-real-money";

    /// A service among others in one JVM.
    static ServiceArguments simulated(Map<String, String> overrides) {
        return new ServiceArguments(
                RunMode.SIMULATED, Optional.empty(), Optional.empty(), Map.copyOf(overrides));
    }

    /// Reads a command line.
    ///
    /// @throws SettingsException naming what is unknown, missing or not allowed
    static ServiceArguments parse(String[] words, Map<String, String> environment) {
        var given = Given.read(words);
        RunMode mode = mode(given, environment);
        if (mode == RunMode.LIVE && !given.realMoney()) {
            throw new SettingsException("mode LIVE trades real money; confirm with " + REAL_MONEY);
        }
        if (mode != RunMode.SIMULATED && !given.overrides().isEmpty()) {
            throw new SettingsException("--set works in SIMULATED only, mode is " + mode);
        }
        return new ServiceArguments(
                mode,
                given.find("--once").map(word -> named(word, JobName::ofLabel)),
                given.find("--account")
                        .or(() -> Optional.ofNullable(environment.get("OPS_RUN_ACCOUNT")))
                        .map(word -> named(word, AccountId::new)),
                given.overrides());
    }

    private static RunMode mode(Given given, Map<String, String> environment) {
        return given.find("--mode")
                .or(() -> Optional.ofNullable(environment.get("OPS_RUN_MODE")))
                .map(RunMode::of)
                .orElseThrow(() ->
                        new SettingsException(
                                "no run mode; give --mode or OPS_RUN_MODE, one of "
                                        + Arrays.toString(RunMode.values())));
    }

    private static <T> T named(String word, Function<String, T> type) {
        try {
            return type.apply(word);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(String.valueOf(e.getMessage()));
        }
    }

    /// The words as they were given.
    private record Given(
            Map<String, String> options, Map<String, String> overrides, boolean realMoney) {

        private static Given read(String[] words) {
            Map<String, String> options = new LinkedHashMap<>();
            Map<String, String> overrides = new LinkedHashMap<>();
            boolean realMoney = false;
            for (Iterator<String> rest = Arrays.asList(words).iterator(); rest.hasNext(); ) {
                String option = rest.next();
                switch (option) {
                    case REAL_MONEY -> realMoney = true;
                    case "--set" -> addOverride(overrides, value(option, rest));
                    case "--mode", "--once", "--account" ->
                            options.put(option, value(option, rest));
                    default -> throw unknown(option);
                }
            }
            return new Given(options, Map.copyOf(overrides), realMoney);
        }

        private Optional<String> find(String option) {
            return Optional.ofNullable(options.get(option));
        }

        private static String value(String option, Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw new SettingsException(option + " needs a value");
            }
            return rest.next();
        }

        private static void addOverride(Map<String, String> overrides, String word) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new SettingsException("--set needs key=value, was '" + word + "'");
            }
            overrides.put(word.substring(0, equals), word.substring(equals + 1));
        }

        private static SettingsException unknown(String option) {
            return new SettingsException(
                    "unknown option '%s'; known: --mode, --once, --account, --set, %s"
                            .formatted(option, REAL_MONEY));
        }
    }
}
