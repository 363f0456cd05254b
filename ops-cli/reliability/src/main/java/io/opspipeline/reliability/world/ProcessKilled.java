package io.opspipeline.reliability.world;

import java.io.Serial;

/// Ends what a killed process was doing. An error, so that nobody who handles failures goes on.
public final class ProcessKilled extends Error {

    @Serial private static final long serialVersionUID = 1L;

    ProcessKilled(String process) {
        super(process + " was killed", null, false, false);
    }
}
