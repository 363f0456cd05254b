package io.opspipeline.cli.config;

import java.time.Instant;
import java.util.Optional;

/// A change that was just made.
///
/// @param key the setting
/// @param from the value that was in force
/// @param to the value that will be
/// @param by who changed it
/// @param at when, UTC
/// @param until when it reverts by itself, UTC
record ChangeLine(
        String key, String from, String to, String by, Instant at, Optional<Instant> until) {}
