package io.opspipeline.cli;

import ch.qos.logback.classic.Level;
import io.opspipeline.cli.alert.AlertsCommand;
import io.opspipeline.cli.bench.BenchCommand;
import io.opspipeline.cli.config.ConfigCommand;
import io.opspipeline.cli.demo.DemoCommand;
import io.opspipeline.cli.query.DataCommand;
import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
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
import io.opspipeline.cli.why.WhyCommand;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// The command line of ops-pipeline.
@Command(
        name = "ops-cli",
        description = "Trades options by rules, and tells why.",
        mixinStandardHelpOptions = true,
        version = "ops-pipeline 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            ServicesCommand.class,
            RunCommand.class,
            ExchangeCommand.class,
            SuperviseCommand.class,
            PrepareCommand.class,
            BenchCommand.class,
            StatusCommand.class,
            WhyCommand.class,
            DataCommand.class,
            AlertsCommand.class,
            ConfigCommand.class,
            ModeCommand.class,
            HaltCommand.class,
            ResumeCommand.class,
            FlattenCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed on the way",
            "2:an option, setting, file or query cannot be used",
            "3:there is nothing to show yet",
            "4:refused, because it would not be safe",
            "5:nothing is up here"
        })
public final class OpsCli {

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
        return execute(new CommandLine(new OpsCli()), args);
    }

    /// The same, with its words going elsewhere.
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return execute(new CommandLine(new OpsCli()).setOut(out).setErr(err), args);
    }

    private static int execute(CommandLine line, String... args) {
        return line.setParameterExceptionHandler((failure, _) -> misread(failure))
                .setExecutionExceptionHandler((failure, command, _) -> tell(failure, command))
                .execute(args);
    }

    private static int misread(ParameterException failure) {
        CommandLine line = failure.getCommandLine();
        line.getErr()
                .println(
                        line.getColorScheme()
                                .errorText(
                                        "%s; see: %s --help"
                                                .formatted(
                                                        failure.getMessage(),
                                                        line.getCommandSpec().qualifiedName())));
        return ExitCode.BAD_INPUT;
    }

    /// What libraries log before a service has set up its own logging is for nobody; failures are
    /// thrown.
    private static void silenceLogs() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
                instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
    }

    private static int tell(Exception failure, CommandLine line) {
        PrintWriter err = line.getErr();
        if (failure instanceof CommandFailure known) {
            err.println(line.getColorScheme().errorText(String.valueOf(known.getMessage())));
            return known.exitCode();
        }
        err.println(line.getColorScheme().errorText("failed: " + failure));
        if (System.getenv("OPS_STACK_TRACES") != null) {
            failure.printStackTrace(err);
        } else {
            err.println("set OPS_STACK_TRACES=1 to see where");
        }
        return ExitCode.FAILED;
    }
}
