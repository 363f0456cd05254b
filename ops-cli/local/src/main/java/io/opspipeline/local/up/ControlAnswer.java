package io.opspipeline.local.up;

import java.util.Optional;

/// What the supervisor answers.
///
/// @param done true when it did what it was told
/// @param message one line for people; why it was not done
/// @param state how the run is then; empty when it was not done
public record ControlAnswer(boolean done, String message, Optional<RunState> state) {

    static ControlAnswer of(RunState state) {
        return new ControlAnswer(true, "", Optional.of(state));
    }

    static ControlAnswer refused(String why) {
        return new ControlAnswer(false, why, Optional.empty());
    }
}
