package io.opspipeline.local.postgres;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The processes of a server that obeys nobody.
final class ServerProcesses {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ServerProcesses() {}

    /// Ends them. The first one goes first, so that it does not replace the others. What was
    /// committed to disk is found again at the next start.
    ///
    /// @param pid the first process, if it is still a server's: a number may be another's by now
    static void kill(long pid) {
        ProcessHandle.of(pid).filter(ServerProcesses::isServer).ifPresent(ServerProcesses::kill);
    }

    private static void kill(ProcessHandle first) {
        List<ProcessHandle> all = Stream.concat(Stream.of(first), first.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(
                        all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info().command().filter(name -> name.endsWith("postgres")).isPresent();
    }
}
