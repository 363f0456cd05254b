package io.opspipeline.local.doctor;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// A value that several checks look at: the first who asks makes it, the others wait.
///
/// @param <T> what it is
final class Once<T> implements Supplier<T> {

    private final FutureTask<T> task;

    Once(Supplier<T> maker) {
        this.task = new FutureTask<>(maker::get);
    }

    @Override
    public T get() {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(Round.words(failure), failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", failure);
        }
    }
}
