package io.opspipeline.ports.job;

/// What a run did.
///
/// @param items what was done, such as tickers computed; zero or more
/// @param expected what should have been done; equal to `items` when all was
/// @param note one line for people; empty when there is nothing to say
public record JobResult(long items, long expected, String note) {

    /// Refuses counts below zero.
    public JobResult {
        if (items < 0 || expected < 0) {
            throw new IllegalArgumentException(
                    "items and expected must not be negative: " + items + ", " + expected);
        }
    }

    /// A run that did all it should.
    public static JobResult of(long items) {
        return new JobResult(items, items, "");
    }
}
