package io.opspipeline.persistence.setting;

import java.time.Instant;
import java.util.Optional;

/// A change as the audit has it. An absent value is the default.
///
/// @param id its number; the later one is greater
/// @param key what was changed
/// @param from the value before
/// @param to the value after
/// @param fromUntil when the value before would have reverted by itself, UTC
/// @param toUntil when the value after reverts by itself, UTC
/// @param by who changed it
/// @param at when, UTC
/// @param undoes the change that this one took back
public record SettingChange(
        long id,
        String key,
        Optional<String> from,
        Optional<String> to,
        Optional<Instant> fromUntil,
        Optional<Instant> toUntil,
        String by,
        Instant at,
        Optional<Long> undoes) {

    /// The value before, as far as it would still be in force.
    public Optional<String> before(Instant asOf) {
        return from.filter(_ -> fromUntil.map(asOf::isBefore).orElse(true));
    }
}
