package io.opspipeline.cli;

import ch.qos.logback.classic.Level;
import io.opspipeline.cli.account.AccountCommand;
import io.opspipeline.cli.alert.AlertsCommand;
import io.opspipeline.cli.bench.BenchCommand;
import io.opspipeline.cli.config.ConfigCommand;
import io.opspipeline.cli.demo.DemoCommand;
import io.opspipeline.cli.doctor.DoctorCommand;
import io.opspipeline.cli.init.InitCommand;
import io.opspipeline.cli.logs.LogsCommand;
import io.opspipeline.cli.position.PositionsCommand;
import io.opspipeline.cli.query.DataCommand;
import io.opspipeline.cli.reliability.ChaosCommand;
import io.opspipeline.cli.reliability.FaultsCommand;
import io.opspipeline.cli.reliability.SimulateCommand;
import io.opspipeline.cli.reliability.SubmitsCommand;
import io.opspipeline.cli.report.ReportCommand;
import io.opspipeline.cli.shell.CompletionCommand;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Failures;
import io.opspipeline.cli.status.StatusCommand;
import io.opspipeline.cli.trading.FlattenCommand;
import io.opspipeline.cli.trading.HaltCommand;
import io.opspipeline.cli.trading.ModeCommand;
import io.opspipeline.cli.trading.ResumeCommand;
import io.opspipeline.cli.up.DownCommand;
import io.opspipeline.cli.up.ExchangeCommand;
import io.opspipeline.cli.up.PrepareCommand;
import io.opspipeline.cli.up.RunCommand;
import io.opspipeline.cli.up.ServicesCommand;
import io.opspipeline.cli.up.SuperviseCommand;
import io.opspipeline.cli.up.UpCommand;
import io.opspipeline.cli.watch.WatchCommand;
import io.opspipeline.cli.why.WhyCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command line of ops-pipeline.
@Command(
        name = "ops-cli",
        description = "Trades options by rules, and tells why.",
        mixinStandardHelpOptions = true,
        version = "ops-pipeline 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            DoctorCommand.class,
            UpCommand.class,
            DownCommand.class,
            ServicesCommand.class,
            RunCommand.class,
            StatusCommand.class,
            WatchCommand.class,
            PositionsCommand.class,
            WhyCommand.class,
            LogsCommand.class,
            DataCommand.class,
            ReportCommand.class,
            ExchangeCommand.class,
            SuperviseCommand.class,
            PrepareCommand.class,
            AlertsCommand.class,
            BenchCommand.class,
            FaultsCommand.class,
            SimulateCommand.class,
            SubmitsCommand.class,
            ChaosCommand.class,
            ConfigCommand.class,
            AccountCommand.class,
            ModeCommand.class,
            HaltCommand.class,
            ResumeCommand.class,
            FlattenCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n")
public final class OpsCli {

    private static final String NO_COLOR = "--no-color";

    /// Looked for in all words before they are parsed, so that it counts for errors too.
    @Option(
            names = NO_COLOR,
            scope = ScopeType.INHERIT,
            description = "plain text; so do NO_COLOR in the environment, and a pipe")
    @SuppressWarnings("UnusedVariable") // read by its name
    private boolean plain;

    private OpsCli() {}

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] args) {
        silenceLogs();
        System.exit(run(args));
    }

    /// Runs one command.
    ///
    /// @return one of [ExitCode]
    public static int run(String... args) {
        boolean plain = Arrays.asList(args).contains(NO_COLOR);
        return execute(
                // Over a stream of bytes a writer can tell that the reader of a pipe has gone.
                commandLine().setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8)),
                plain ? Ansi.OFF : Ansi.AUTO,
                args);
    }

    /// The same, with its words going elsewhere.
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return execute(commandLine().setOut(out).setErr(err), Ansi.OFF, args);
    }

    /// All commands, for those who read them.
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new OpsCli());
        line.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::misread)
                .setExecutionExceptionHandler(
                        (failure, command, _) -> Failures.tell(failure, command));
    }

    private static int execute(CommandLine line, Ansi ansi, String... args) {
        return line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi)).execute(args);
    }

    /// What libraries log before a service has set up its own logging is for nobody; failures are
    /// thrown.
    private static void silenceLogs() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
                instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
    }
}
