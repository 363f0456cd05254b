package io.opspipeline.cli.config;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.persistence.setting.SettingChange;
import io.opspipeline.persistence.setting.SettingsAudit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows who changed what.
@Command(
        name = "history",
        description = "Shows changes, newest first: when, who, from, to, until.",
        mixinStandardHelpOptions = true)
final class ConfigHistoryCommand implements Callable<Integer> {

    private static final int MOST = 1_000;

    @Mixin private final Voice voice = new Voice();

    @Parameters(paramLabel = "KEY", arity = "0..1", description = "this setting only")
    private @Nullable String key;

    @Option(names = "--limit", paramLabel = "N", description = "most changes, default 20")
    private int limit = 20;

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--limit: %d is out of range 1..%d".formatted(limit, MOST));
        }
        try (var session = OperatorSession.ofCurrent("config history")) {
            var names = new SettingNames(SettingsView.read(session).catalogue());
            List<SettingChange> changes =
                    new SettingsAudit(session.database())
                            .newest(
                                    Optional.ofNullable(key).map(name -> names.find(name).key()),
                                    limit);
            voice.answer(changes, style -> new ConfigText(style).history(changes));
            return ExitCode.DONE;
        }
    }
}
