package io.opspipeline.cli.config;

import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Voice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows every setting.
@Command(
        name = "list",
        description = "Shows every setting: value in force, where it comes from, default, range.",
        mixinStandardHelpOptions = true)
final class ConfigListCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Override
    public Integer call() {
        try (var session = OperatorSession.ofCurrent("config list")) {
            SettingsView view = SettingsView.read(session);
            voice.answer(view.lines(), style -> new ConfigText(style).all(view));
            return ExitCode.DONE;
        }
    }
}
