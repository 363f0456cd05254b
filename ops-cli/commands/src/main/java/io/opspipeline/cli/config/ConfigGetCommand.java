package io.opspipeline.cli.config;

import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Voice;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows one setting, or all.
@Command(
        name = "get",
        description = {
            "Shows a setting: value in force, default, range, and where the value comes from (default,",
            "file, stored with who, when and until, or command line). Without KEY: every setting."
        },
        mixinStandardHelpOptions = true)
final class ConfigGetCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Parameters(paramLabel = "KEY", arity = "0..1", description = "the setting")
    private @Nullable String key;

    @Override
    public Integer call() {
        try (var session = OperatorSession.ofCurrent("config get")) {
            SettingsView view = SettingsView.read(session);
            if (key == null) {
                voice.answer(view.lines(), style -> new ConfigText(style).all(view));
            } else {
                SettingLine line = view.line(new SettingNames(view.catalogue()).find(key));
                voice.answer(line, style -> new ConfigText(style).one(line));
            }
            return ExitCode.DONE;
        }
    }
}
