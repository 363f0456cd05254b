package io.opspipeline.reliability.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs worlds beside each other: as many as there are cores.
public final class Workers {

    private Workers() {}

    /// Runs a task for each of some things, and tells the results in the order of the things.
    ///
    /// @param told hears each result as soon as those before it are there
    /// @return all of them
    /// @throws IllegalStateException when a task fails, or the wait is interrupted
    public static <T, R> List<R> each(List<T> things, Function<T, R> task, Consumer<R> told) {
        List<R> results = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<R>> running =
                    things.stream().map(each -> threads.submit(() -> task.apply(each))).toList();
            try {
                for (Future<R> each : running) {
                    R result = each.get();
                    told.accept(result);
                    results.add(result);
                }
            } catch (ExecutionException failure) {
                throw new IllegalStateException("a run broke", failure.getCause());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted between two runs");
            } finally {
                running.forEach(each -> each.cancel(false));
            }
        }
        return results;
    }
}
