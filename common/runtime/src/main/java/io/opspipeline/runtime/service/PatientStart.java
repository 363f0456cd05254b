package io.opspipeline.runtime.service;

import io.opspipeline.ports.time.Pause;
import io.opspipeline.runtime.setting.SettingsException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries the first step of a service again while it fails: the database may start later than the
/// services, or be away for a moment.
///
/// @param pause between two tries
record PatientStart(Pause pause) {

    private static final Logger LOG = LoggerFactory.getLogger(PatientStart.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /// About two minutes where a try fails at once, twelve where each waits for a connection.
    private static final int TRIES = 120;

    /// Does it until it succeeds.
    ///
    /// @throws SettingsException at once: waiting does not cure what the operator gave
    /// @throws RuntimeException what the last try failed with
    void until(Runnable step) {
        for (int tries = 1; ; tries++) {
            try {
                step.run();
                return;
            } catch (SettingsException wrong) {
                throw wrong;
            } catch (RuntimeException failure) {
                again(failure, tries);
            }
        }
    }

    private void again(RuntimeException failure, int tries) {
        if (tries == TRIES) {
            throw failure;
        }
        LOG.warn("not started, try {} of {}: {}", tries, TRIES, failure.toString());
        try {
            pause.of(BETWEEN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
