package io.opspipeline.domain.signal;

/// A signal with its row id in `dispatch_recommendations`.
///
/// @param id the row id, positive
/// @param signal the signal
public record StoredSignal(long id, Signal signal) {}
