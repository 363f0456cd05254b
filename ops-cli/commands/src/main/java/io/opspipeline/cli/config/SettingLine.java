package io.opspipeline.cli.config;

import java.time.Instant;
import java.util.Optional;

/// One setting as `config` shows it.
///
/// @param key its full key
/// @param value what the services go by; `(secret)` for a secret
/// @param source where that comes from: default, file, stored or command line
/// @param by who stored it
/// @param at when it was stored, UTC
/// @param until when it reverts by itself, UTC
/// @param defaultValue empty when there is none
/// @param range the allowed values, both ends included
/// @param floor true when the default may not be undercut outside SIMULATED
/// @param description one line
/// @param note what a person should know: a refused value, or one that is not in force
record SettingLine(
        String key,
        String value,
        String source,
        Optional<String> by,
        Optional<Instant> at,
        Optional<Instant> until,
        Optional<String> defaultValue,
        Optional<String> range,
        boolean floor,
        String description,
        Optional<String> note) {}
