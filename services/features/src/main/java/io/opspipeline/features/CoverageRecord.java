package io.opspipeline.features;

import java.util.Optional;

/// The coverage of the last run, for health, which is read on other threads.
final class CoverageRecord {

    private volatile Optional<Coverage> last = Optional.empty();

    void note(Coverage coverage) {
        last = Optional.of(coverage);
    }

    /// Empty before the first run of this process.
    Optional<Coverage> last() {
        return last;
    }
}
