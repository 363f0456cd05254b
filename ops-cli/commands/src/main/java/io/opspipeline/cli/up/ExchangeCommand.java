package io.opspipeline.cli.up;

import io.opspipeline.cli.shell.CommandFailure;
import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.MarketOptions;
import io.opspipeline.local.day.BadRequestException;
import io.opspipeline.local.day.Markets;
import io.opspipeline.local.up.ExchangeProcess;
import io.opspipeline.local.up.ProcessLog;
import io.opspipeline.local.up.RunFolder;
import io.opspipeline.runtime.service.Supervision;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The simulated exchange as a process.
@Command(
        name = "exchange",
        description = {
            "Runs the simulated exchange alone, on loopback, until standard input ends. It speaks",
            "Alpaca's protocol, and poses problems where it is told to. Its accounts are large and",
            "tiny, their keys simulated-key-NAME and simulated-secret-NAME. Lines on standard input",
            "steer it: speed N."
        },
        mixinStandardHelpOptions = true)
public final class ExchangeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "default: a free one")
    private int port;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private MarketOptions market;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private PoseOptions pose;

    @Override
    public Integer call() throws InterruptedException {
        if (System.getenv(Supervision.VARIABLE) != null) {
            ProcessLog.begin(new RunFolder(Home.folder()), ExchangeProcess.NAME);
        }
        try (var exchange =
                ExchangeProcess.open(Markets.open(market.request()), port, pose.pose())) {
            URI url = exchange.url();
            spec.commandLine().getErr().println("the exchange is at " + url);
            Supervision.begin(System.in, line -> steer(exchange, line));
            Supervision.ready(url.getPort(), System.out);
            new CountDownLatch(1).await();
        } catch (BadRequestException failure) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(failure.getMessage()));
        }
        return ExitCode.DONE;
    }

    private void steer(ExchangeProcess exchange, String line) {
        try {
            String[] words = line.strip().split(" +", -1);
            if (words.length == 2 && words[0].equals("speed")) {
                exchange.run(Double.parseDouble(words[1]));
                return;
            }
        } catch (IllegalArgumentException failure) {
            spec.commandLine().getErr().println("'%s': %s".formatted(line, failure.getMessage()));
            return;
        }
        spec.commandLine().getErr().println("'%s' is not: speed N".formatted(line));
    }
}
