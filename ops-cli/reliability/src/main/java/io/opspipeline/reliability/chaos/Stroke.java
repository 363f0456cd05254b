package io.opspipeline.reliability.chaos;

import java.time.Duration;

/// One kill and what came after it.
///
/// @param victim who was killed
/// @param ready real time from the kill until the start was reported
/// @param reconciled real time from then until the books agreed with the broker's
public record Stroke(Victim victim, Duration ready, Duration reconciled) {}
