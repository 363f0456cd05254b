package io.opspipeline.persistence.setting;

import java.time.Instant;
import java.util.Optional;

/// A value that an operator stored.
///
/// @param key its full key
/// @param value as it was given
/// @param by who stored it
/// @param at when, UTC
/// @param until when it reverts by itself, UTC; empty for never
public record StoredSetting(
        String key, String value, String by, Instant at, Optional<Instant> until) {}
