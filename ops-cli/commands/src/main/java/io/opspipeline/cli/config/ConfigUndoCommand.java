package io.opspipeline.cli.config;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.persistence.setting.PostgresSettingsStore;
import io.opspipeline.persistence.setting.SettingChange;
import io.opspipeline.persistence.setting.SettingsAudit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Takes the newest change back.
@Command(
        name = "undo",
        description = {
            "Takes the newest change back that was not taken back yet; again, the one before it. With",
            "KEY, of this setting alone."
        },
        mixinStandardHelpOptions = true)
final class ConfigUndoCommand implements Callable<Integer> {

    private static final String DEFAULT = "default";

    @Mixin private final Voice voice = new Voice();

    @Parameters(paramLabel = "KEY", arity = "0..1", description = "the setting")
    private @Nullable String key;

    @Override
    public Integer call() {
        try (var session = OperatorSession.ofCurrent("config undo")) {
            SettingsView view = SettingsView.read(session);
            var named =
                    Optional.ofNullable(key)
                            .map(name -> new SettingNames(view.catalogue()).find(name).key());
            SettingChange change =
                    new SettingsAudit(session.database())
                            .undoable(named)
                            .orElseThrow(() ->
                                    new CommandFailure(
                                            ExitCode.NOTHING_YET,
                                            "there is no change to take back"
                                                    + named.map(" of "::concat).orElse("")));
            undo(change, view, session);
            return ExitCode.DONE;
        }
    }

    private void undo(SettingChange change, SettingsView view, OperatorSession session) {
        var now = session.now();
        Optional<String> before = change.before(now);
        SettingCheck.requireChangeable(change.key());
        new SettingCheck(view, session.mode()).require(change.key(), before);
        boolean done =
                new PostgresSettingsStore(session.database()).undo(change, session.who(), now);
        if (!done) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "somebody changed " + change.key() + " at the same time; look again");
        }
        var line =
                new ChangeLine(
                        change.key(),
                        change.to().orElse(DEFAULT),
                        before.orElse(DEFAULT),
                        session.who(),
                        now,
                        before.flatMap(_ -> change.fromUntil()));
        voice.answer(line, style -> new ConfigText(style).changed(line));
    }
}
