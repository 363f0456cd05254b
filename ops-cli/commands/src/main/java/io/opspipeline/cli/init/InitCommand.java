package io.opspipeline.cli.init;

import io.opspipeline.cli.doctor.DiagnosisText;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Voice;
import io.opspipeline.local.broker.BrokerAccess;
import io.opspipeline.local.broker.HomeBroker;
import io.opspipeline.local.doctor.Diagnosis;
import io.opspipeline.local.doctor.Doctor;
import io.opspipeline.local.setup.HomeWriter;
import io.opspipeline.local.setup.SetupRefused;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Makes a home folder ready for a broker.
@Command(
        name = "init",
        description = {
            "Sets up paper or live trading: keeps an account's keys, registers the account with limits by",
            "its equity, finds out its feeds, sets the tickers to follow, and runs the doctor. Run again,",
            "it changes what is asked and nothing else. What the account holds already is listed: it is",
            "adopted and sold by the exits of its strategy, and --yes needs --adopt then. Keys come from",
            "the environment, from standard input or from a prompt that does not show them."
        },
        mixinStandardHelpOptions = true)
public final class InitCommand implements Callable<Integer> {

    private static final String TRADING_URL = "alpaca.trading-url";
    private static final String LIVE_HOST = "https://api.alpaca.markets";

    private final Path home;
    private final Map<String, String> environment;
    private final Prompt prompt;

    @Mixin private final Voice voice = new Voice();

    @Mixin private final InitOptions options = new InitOptions();

    /// The command as the command line has it.
    public InitCommand() {
        this(Home.folder(), System.getenv(), Prompt.ofTerminal());
    }

    InitCommand(Path home, Map<String, String> environment, Prompt prompt) {
        this.home = home;
        this.environment = environment;
        this.prompt = prompt;
    }

    @Override
    public Integer call() {
        var broker = new HomeBroker(home, options.mode(), environment);
        try {
            setUp(broker);
        } catch (SettingsException failure) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(failure.getMessage()));
        }
        return examined();
    }

    private void setUp(HomeBroker broker) {
        Map<String, String> host = host(broker);
        Map<String, String> values = new TreeMap<>(broker.values());
        values.putAll(host);
        var access =
                new BrokerAccess(
                        options.mode(),
                        BrokerAccess.settings(options.mode(), values),
                        broker.keys(),
                        broker.clock());
        err().println("preparing the database of " + options.mode() + " ...");
        err().flush();
        try (HomeWriter writer = HomeWriter.open(broker)) {
            Plan plan = confirmed(broker, access, writer, host);
            plan.write(writer, access.clock().instant());
        }
        err().println("written to " + home);
    }

    private Plan confirmed(
            HomeBroker broker, BrokerAccess access, HomeWriter home, Map<String, String> host) {
        try {
            Plan plan = new Interview(broker, access, options, prompt, input()).plan(home, host);
            plan.lines().forEach(err()::println);
            requireLeaveToAdopt(plan, home);
            confirm(home);
            return plan;
        } catch (SetupRefused | BrokerUnavailable refused) {
            throw new CommandFailure(
                    ExitCode.REFUSED, refused.getMessage() + "; " + home.unwritten());
        }
    }

    /// LIVE must name its host; Alpaca has one.
    private static Map<String, String> host(HomeBroker broker) {
        return broker.mode() == RunMode.LIVE && !broker.values().containsKey(TRADING_URL)
                ? Map.of(TRADING_URL, LIVE_HOST)
                : Map.of();
    }

    private Optional<BufferedReader> input() {
        return options.keysFromInput()
                ? Optional.of(
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /// A person at the terminal has read the warnings before he says yes; a script has not.
    private void requireLeaveToAdopt(Plan plan, HomeWriter home) {
        if (plan.isAdopting() && options.yes() && !options.adopt()) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "the account holds what nobody here has bought: say --adopt, or close it first; "
                            + home.unwritten());
        }
    }

    private void confirm(HomeWriter home) {
        if (options.yes()) {
            return;
        }
        String answer =
                prompt.line("write this? type yes: ")
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.BAD_INPUT,
                                        "init asks before it writes, and there is no terminal:"
                                                + " give --yes"));
        if (!answer.strip().equals("yes")) {
            throw new CommandFailure(ExitCode.REFUSED, home.unwritten());
        }
    }

    private int examined() {
        Diagnosis diagnosis = Doctor.examine(home, options.mode(), environment, Doctor.LIMIT);
        voice.answer(diagnosis, style -> new DiagnosisText(style).lines(diagnosis));
        return diagnosis.green() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private PrintWriter err() {
        return voice.err();
    }
}
