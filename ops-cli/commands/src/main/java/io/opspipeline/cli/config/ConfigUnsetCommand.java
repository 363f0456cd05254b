package io.opspipeline.cli.config;

import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.persistence.setting.PostgresSettingsStore;
import io.opspipeline.runtime.setting.Setting;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Removes a stored value.
@Command(
        name = "unset",
        description = {
            "Removes a stored value: that of the service's file is in force again, else the default.",
            "A key that no service has (any more) must be given as it is stored."
        },
        mixinStandardHelpOptions = true)
final class ConfigUnsetCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Parameters(paramLabel = "KEY", description = "the setting")
    private String key = "";

    @Override
    public Integer call() {
        try (var session = OperatorSession.ofCurrent("config unset")) {
            SettingsView view = SettingsView.read(session);
            String stored = view.isStored(key) ? key : known(view).key();
            if (!view.isStored(stored)) {
                var nothing = new Unset(stored, false);
                voice.answer(nothing, style -> new ConfigText(style).nothingStored(stored));
                return ExitCode.DONE;
            }
            SettingCheck.requireChangeable(stored);
            new SettingCheck(view, session.mode()).require(stored, Optional.empty());
            new PostgresSettingsStore(session.database())
                    .change(
                            stored,
                            Optional.empty(),
                            Optional.empty(),
                            session.who(),
                            session.now());
            voice.answer(new Unset(stored, true), style -> new ConfigText(style).removed(stored));
            return ExitCode.DONE;
        }
    }

    private Setting known(SettingsView view) {
        return new SettingNames(view.catalogue()).find(key);
    }

    /// What was done.
    private record Unset(String key, boolean removed) {}
}
