package io.opspipeline.cli.config;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.persistence.setting.PostgresSettingsStore;
import io.opspipeline.runtime.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Stores a value.
@Command(
        name = "set",
        description = {
            "Stores a value, with an audit row. It is refused when the key is unknown, the value out of",
            "range, below a safety floor outside SIMULATED, or not right beside the other values."
        },
        mixinStandardHelpOptions = true)
final class ConfigSetCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofDays(30);

    @Mixin private final Voice voice = new Voice();

    @Parameters(index = "0", paramLabel = "KEY", description = "the setting")
    private String key = "";

    @Parameters(index = "1", paramLabel = "VALUE", description = "as config get shows it")
    private String value = "";

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "reverts by itself after this long, such as 30m or 2h")
    private @Nullable String duration;

    @Override
    public Integer call() {
        Optional<Duration> life = Optional.ofNullable(duration).map(ConfigSetCommand::life);
        try (var session = OperatorSession.ofCurrent("config set")) {
            SettingsView view = SettingsView.read(session);
            Setting setting = new SettingNames(view.catalogue()).find(key);
            SettingCheck.requireChangeable(setting);
            new SettingCheck(view, session.mode()).require(setting.key(), Optional.of(value));
            Instant now = session.now();
            Optional<Instant> until = life.map(now::plus);
            new PostgresSettingsStore(session.database())
                    .change(setting.key(), Optional.of(value), until, session.who(), now);
            var change =
                    new ChangeLine(
                            setting.key(),
                            view.line(setting).value(),
                            value,
                            session.who(),
                            now,
                            until);
            voice.answer(change, style -> new ConfigText(style).changed(change));
            return ExitCode.DONE;
        }
    }

    private static Duration life(String text) {
        try {
            Duration life = DurationStyle.detectAndParse(text);
            if (life.isPositive() && life.compareTo(LONGEST) <= 0) {
                return life;
            }
        } catch (IllegalArgumentException _) {
            // told below, as what is out of range
        }
        throw new CommandFailure(
                ExitCode.BAD_INPUT,
                "--for: '%s' is no time from 1s to 30d, such as 30m or 2h".formatted(text));
    }
}
