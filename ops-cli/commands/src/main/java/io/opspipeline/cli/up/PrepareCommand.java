package io.opspipeline.cli.up;

import io.opspipeline.cli.shell.ExitCode;
import io.opspipeline.local.up.StartUpCache;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Makes the cache with which services start quickly.
@Command(
        name = "prepare",
        hidden = true,
        description = "Run by the launcher after a build: makes the services' start-up cache.")
public final class PrepareCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "where it goes")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    public Integer call() {
        StartUpCache.make(file.toAbsolutePath());
        return ExitCode.DONE;
    }
}
