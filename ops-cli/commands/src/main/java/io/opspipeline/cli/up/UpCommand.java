package io.opspipeline.cli.up;

import io.opspipeline.cli.doctor.GreenLight;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Program;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.local.alert.AlertSettings;
import io.opspipeline.local.day.BadRequestException;
import io.opspipeline.local.day.Markets;
import io.opspipeline.local.day.ServiceList;
import io.opspipeline.local.up.ControlClient;
import io.opspipeline.local.up.RunState;
import io.opspipeline.local.up.SupervisorLaunch;
import io.opspipeline.local.up.UpRequest;
import io.opspipeline.runtime.service.ServiceDescription;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Starts every service in a process of its own and leaves them running.
@Command(
        name = "up",
        description = {
            "Starts every service in a process of its own, with PostgreSQL and, unless a broker is",
            "named, a simulated exchange; returns when all are ready. They run until `down`. At a broker",
            "nothing is started unless the doctor is content."
        },
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    /// What does at a broker what an option does at the simulated exchange.
    private static final Map<String, String> AT_A_BROKER =
            Map.of(
                    "--symbols", "ops-cli init --symbols",
                    "--set", "ops-cli config set");

    @Mixin private final Voice voice = new Voice();

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private UpOptions options;

    @Override
    public Integer call() {
        UpRequest request = options.request();
        check(request, options.ofExchange());
        if (ControlClient.in(Home.folder()).state().isPresent()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "already up here; see: ops-cli status, or end it: ops-cli down");
        }
        if (request.mode() != RunMode.SIMULATED) {
            GreenLight.require(Home.folder(), request.mode(), System.getenv(), voice);
        }
        List<String> words = new ArrayList<>(List.of("supervise"));
        words.addAll(options.words());
        RunState state = started(words);
        voice.answer(state, style -> new RunText(style).lines(state));
        return ExitCode.DONE;
    }

    private RunState started(List<String> words) {
        try {
            return SupervisorLaunch.start(Home.folder(), Program.MAIN_CLASS, words, this::tell);
        } catch (IllegalStateException failure) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(failure.getMessage()));
        }
    }

    private static String refused(String option) {
        return option
                + " works with the simulated broker only"
                + Optional.ofNullable(AT_A_BROKER.get(option))
                        .map("; at a broker: "::concat)
                        .orElse("");
    }

    private void tell(String phase) {
        voice.err().println(phase + " ...");
        voice.err().flush();
    }

    /// What is wrong is said here, before anything is started.
    private static void check(UpRequest request, List<String> ofExchange) {
        try {
            var _ = AlertSettings.read(System.getenv(), Home.folder());
            ServiceDescription.catalogue(ServiceList.ALL)
                    .check(request.day().overrides(), RunMode.SIMULATED);
            if (request.mode() == RunMode.SIMULATED) {
                var _ = Markets.open(request.day());
            } else if (!ofExchange.isEmpty()) {
                throw new SettingsException(refused(ofExchange.getFirst()));
            }
        } catch (BadRequestException | SettingsException failure) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(failure.getMessage()));
        }
    }
}
