package io.opspipeline.cli.config;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.local.day.ServiceList;
import io.opspipeline.persistence.account.OperatorControl;
import io.opspipeline.runtime.service.ServiceDescription;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.Setting;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.setting.SettingsCatalogue;
import io.opspipeline.runtime.setting.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Refuses what the services would refuse, before it is stored.
final class SettingCheck {

    private static final String ACCOUNTS = "accounts.";
    private static final String ACTIONS = ".actions";

    private final SettingsView view;
    private final RunMode mode;

    /// @param mode how strict the services are
    SettingCheck(SettingsView view, RunMode mode) {
        this.view = view;
        this.mode = mode;
    }

    /// Refuses a setting that is not changed by itself.
    ///
    /// @throws CommandFailure with exit code 2 and what to do instead
    static void requireChangeable(Setting setting) {
        requireChangeable(setting.key());
        if (setting.isSecret()) {
            throw bad(
                    setting.key()
                            + " is a secret and is never stored; it belongs into the environment");
        }
    }

    /// The same, for a key of the audit.
    static void requireChangeable(String key) {
        if (key.startsWith(ACCOUNTS) && !key.endsWith(ACTIONS)) {
            String account = key.substring(ACCOUNTS.length(), key.lastIndexOf('.'));
            throw bad(key + " belongs to the account; change it with: ops-cli account " + account);
        }
        if (key.equals(OperatorControl.MODE_KEY) || key.startsWith(ACCOUNTS)) {
            throw bad(
                    key
                            + " goes with what the accounts may do; change both with:"
                            + " ops-cli mode options-only|hybrid");
        }
    }

    /// Refuses a value, or the default where it is empty, alone and beside the others.
    ///
    /// @throws CommandFailure with exit code 2 and the reason
    void require(String key, Optional<String> value) {
        try {
            value.ifPresent(text -> requireAlone(key, text));
            ServiceList.ALL.stream()
                    .flatMap(service -> ServiceDescription.of(service).settings().stream())
                    .distinct()
                    .forEach(type -> requireTogether(type, key, value));
        } catch (SettingsException refused) {
            throw bad(String.valueOf(refused.getMessage()));
        }
    }

    private void requireAlone(String key, String value) {
        view.catalogue().requireStorable(key);
        view.catalogue().check(Map.of(key, value), mode);
    }

    private void requireTogether(Class<? extends Record> type, String key, Optional<String> value) {
        SettingsCatalogue record = SettingsCatalogue.of(List.of(type));
        if (record.find(key).isPresent()) {
            Map<String, String> values = new HashMap<>(view.given(record));
            record.faults(values, mode).keySet().forEach(values::remove);
            values.remove(key);
            value.ifPresent(text -> values.put(key, text));
            new SettingsBinder(mode).bind(type, values);
        }
    }

    private static CommandFailure bad(String message) {
        return new CommandFailure(ExitCode.BAD_INPUT, message);
    }
}
