package io.opspipeline.cli.up;

import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.cli.shell.Home;
import io.opspipeline.cli.shell.Program;
import io.opspipeline.local.up.ExchangePlan;
import io.opspipeline.local.up.ProcessLog;
import io.opspipeline.local.up.RunFolder;
import io.opspipeline.local.up.Supervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The process that `up` leaves behind.
@Command(name = "supervise", hidden = true, description = "Started by `up`: keeps a run alive.")
public final class SuperviseCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private UpOptions options;

    @Override
    public Integer call() {
        ProcessLog.begin(new RunFolder(Home.folder()), "supervisor");
        List<String> exchange = new ArrayList<>(List.of("exchange"));
        exchange.addAll(options.marketWords());
        Supervisor.run(
                options.request(), new ExchangePlan(Program.MAIN_CLASS, exchange), Home.folder());
        return ExitCode.DONE;
    }
}
