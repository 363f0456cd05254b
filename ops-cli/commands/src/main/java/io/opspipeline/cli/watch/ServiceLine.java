package io.opspipeline.cli.watch;

import java.time.Duration;
import java.util.Optional;

/// A service, and how it is.
///
/// @param service its name, such as `position-manager`
/// @param state one or two words, such as `ok`, `late`, `failed`, `restarting`
/// @param good false when a person should look
/// @param age how long ago it last showed a sign of life, in market time; empty when it never did
/// @param detail more, such as a process id; may be empty
public record ServiceLine(
        String service, String state, boolean good, Optional<Duration> age, String detail) {}
