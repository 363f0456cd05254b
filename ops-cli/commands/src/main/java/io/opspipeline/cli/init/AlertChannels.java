package io.opspipeline.cli.init;

import io.opspipeline.local.alert.AlertSettings;
import io.opspipeline.runtime.setting.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds out how alerts are to reach a person: what the environment says is kept, else a person is
/// asked for a webhook.
///
/// @param home where known channels are
/// @param environment of this process
/// @param prompt asks a person
record AlertChannels(Path home, Map<String, String> environment, Prompt prompt) {

    private static final String PREFIX = "OPS_ALERT_";
    private static final String WEBHOOK = PREFIX + "WEBHOOK_URL";

    /// What is to be written, by the names of the environment; empty when it stays as it was.
    ///
    /// @throws SettingsException naming what cannot be used; never a value
    Map<String, String> wanted() {
        Map<String, String> given = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                given.put(name, value);
            }
        });
        AlertSettings known = AlertSettings.read(given, home);
        if (given.isEmpty() && known.webhook().isEmpty() && known.mail().isEmpty()) {
            asked().ifPresent(url -> given.put(WEBHOOK, url));
            var _ = AlertSettings.read(given, home);
        }
        return given;
    }

    private Optional<String> asked() {
        return prompt.secret("webhook URL for alerts (Enter for none): ")
                .map(String::strip)
                .filter(url -> !url.isEmpty());
    }
}
