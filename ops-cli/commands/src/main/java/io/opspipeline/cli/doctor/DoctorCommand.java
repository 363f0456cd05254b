package io.opspipeline.cli.doctor;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.local.doctor.Diagnosis;
import io.opspipeline.local.doctor.Doctor;
import io.opspipeline.local.up.ControlClient;
import io.opspipeline.local.up.RunState;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Examines everything that trading needs.
@Command(
        name = "doctor",
        description = {
            "Checks machine, database, accounts, broker, feeds, streams and services; each problem comes",
            "with its cure. Exit code 4 when a check fails."
        },
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    @Mixin private final Voice voice = new Voice();

    @Option(
            names = "--broker",
            paramLabel = "NAME",
            description =
                    "simulated, paper or live; default: that of the run that is up, else simulated")
    private @Nullable String broker;

    private final Path home;
    private final Map<String, String> environment;

    /// The command as the command line has it.
    public DoctorCommand() {
        this(Home.folder(), System.getenv());
    }

    DoctorCommand(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Diagnosis diagnosis = Doctor.examine(home, mode(), environment, Doctor.LIMIT);
        voice.answer(diagnosis, style -> new DiagnosisText(style).lines(diagnosis));
        return diagnosis.green() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private RunMode mode() {
        String word = broker;
        if (word == null) {
            return ControlClient.in(home)
                    .state()
                    .map(RunState::mode)
                    .map(RunMode::valueOf)
                    .orElse(RunMode.SIMULATED);
        }
        try {
            return RunMode.of(word);
        } catch (SettingsException _) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--broker: unknown broker '%s'; known: simulated, paper, live".formatted(word));
        }
    }
}
