package io.opspipeline.local.alert;

import io.opspipeline.runtime.setting.SettingsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The channels besides the log.
///
/// @param webhook empty when nothing is posted
/// @param mail empty when nothing is mailed
public record AlertSettings(Optional<WebhookSettings> webhook, Optional<MailSettings> mail) {

    /// The file in the home folder that holds settings which are not in the environment; one
    /// `NAME=value` a line, with the names of the environment.
    public static final String FILE = "alerts.properties";

    /// Reads the variables `OPS_ALERT_...` and the file; the environment wins.
    ///
    /// @param environment such as `System.getenv()`
    /// @param home the home folder
    /// @throws SettingsException in one line that names the setting; never a secret's value
    public static AlertSettings read(Map<String, String> environment, Path home) {
        return new AlertSettingsReader(environment, home.resolve(FILE)).read();
    }

    List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        channels.add(new LogChannel());
        webhook.map(WebhookChannel::new).ifPresent(channels::add);
        mail.map(MailChannel::new).ifPresent(channels::add);
        return channels;
    }
}
