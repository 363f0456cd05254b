package io.opspipeline.ports.setting;

import io.opspipeline.ports.store.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a service made of the stored settings.
///
/// @param service the service
/// @param mode against whom it trades, which decides how strict it was
/// @param prefixes what the keys of its settings begin with
/// @param inForce its values that are not the default; secrets are left out
/// @param faults why stored values are refused, by key; the last good ones stay in force
/// @param at when it read them, UTC
public record SettingsRead(
        String service,
        Provenance.Mode mode,
        Set<String> prefixes,
        List<SettingInForce> inForce,
        Map<String, String> faults,
        Instant at) {

    /// Copies.
    public SettingsRead {
        prefixes = Set.copyOf(prefixes);
        inForce = List.copyOf(inForce);
        faults = Map.copyOf(faults);
    }
}
