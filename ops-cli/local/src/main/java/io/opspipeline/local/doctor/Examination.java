package io.opspipeline.local.doctor;

import java.util.Optional;

/// One check that was made.
///
/// @param check its name, such as `options-level`
/// @param account whose, where each account has one
/// @param result `PASS`, `WARN`, `FAIL` or `SKIPPED`
/// @param observed what was seen, or why it was not looked at; one line without secrets
/// @param cure what to do about it, one line
public record Examination(
        String check,
        Optional<String> account,
        Finding.Result result,
        String observed,
        Optional<String> cure) {

    /// Its name and whose it is.
    public String title() {
        return check + account.map(" "::concat).orElse("");
    }
}
