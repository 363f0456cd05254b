package io.opspipeline.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// Looks after the room that a home folder has left: without any, PostgreSQL stops, and all trading
/// with it. Told when it begins to be short, and again after it was not.
final class DiskGuard {

    /// Bytes below which it is short.
    static final long LEAST = 1L << 30;

    private final LongSupplier free;
    private final LongConsumer told;
    private boolean isTold;

    /// @param free reads how many bytes are left
    /// @param told hears how many are, when they are too few
    DiskGuard(LongSupplier free, LongConsumer told) {
        this.free = free;
        this.told = told;
    }

    /// @param home is on the disk that is meant
    static DiskGuard of(Path home, LongConsumer told) {
        return new DiskGuard(() -> usable(home), told);
    }

    /// Looks once.
    void look() {
        long bytes = free.getAsLong();
        boolean isShort = bytes < LEAST;
        if (isShort && !isTold) {
            told.accept(bytes);
        }
        isTold = isShort;
    }

    private static long usable(Path home) {
        try {
            return Files.getFileStore(home).getUsableSpace();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot tell the room in " + home, failure);
        }
    }
}
