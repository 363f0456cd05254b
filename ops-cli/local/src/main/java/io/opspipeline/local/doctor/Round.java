package io.opspipeline.local.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Makes checks side by side, each in bounded time.
///
/// @param limit how long one check may take, in real time
record Round(Duration limit) {

    /// The findings, in the order of the checks.
    List<Examination> of(List<Check> checks) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Callable<Finding>> looks =
                    checks.stream().<Callable<Finding>>map(check -> check.look()::get).toList();
            List<Future<Finding>> findings =
                    threads.invokeAll(looks, limit.toMillis(), TimeUnit.MILLISECONDS);
            List<Examination> examinations = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
                examinations.add(checks.get(i).found(finding(checks.get(i), findings.get(i))));
            }
            return examinations;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return checks.stream()
                    .map(check -> check.found(Finding.fail("was interrupted", check.cure())))
                    .toList();
        } finally {
            // Who hangs is left behind: its finding is made.
            threads.shutdownNow();
        }
    }

    private Finding finding(Check check, Future<Finding> future) throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException _) {
            return Finding.fail("no answer within " + limit.toSeconds() + " s", check.cure());
        } catch (ExecutionException failure) {
            return Finding.fail(words(failure), check.cure());
        }
    }

    /// The first line of what a failure says, or its kind when it says nothing.
    static String words(ExecutionException failure) {
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        return Optional.ofNullable(cause.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(cause.getClass().getSimpleName());
    }
}
