package io.opspipeline.local.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.local.alert.MailSettings.Security;
import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.setting.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertSettingsTest {

    private static final Map<String, String> GOOD =
            Map.of(
                    "OPS_ALERT_WEBHOOK_URL", "https://hooks.example.com/T0/secret",
                    "OPS_ALERT_SMTP_HOST", "mail.example.com",
                    "OPS_ALERT_SMTP_USER", "ops",
                    "OPS_ALERT_SMTP_PASSWORD", "correct horse",
                    "OPS_ALERT_MAIL_FROM", "ops@example.com",
                    "OPS_ALERT_MAIL_TO", "one@example.com, two@example.com");

    @TempDir private Path home;

    @Test
    void hasOnlyTheLogWhenNothingIsSet() {
        AlertSettings settings = AlertSettings.read(Map.of("PATH", "/bin"), home);

        assertThat(settings).isEqualTo(new AlertSettings(Optional.empty(), Optional.empty()));
        assertThat(settings.channels()).hasSize(1);
    }

    @Test
    void readsBothChannels() {
        AlertSettings settings = AlertSettings.read(GOOD, home);
        MailSettings mail = settings.mail().orElseThrow();

        assertThat(settings.webhook().orElseThrow().url().reveal()).endsWith("/secret");
        assertThat(mail.port()).isEqualTo(587);
        assertThat(mail.security()).isEqualTo(Security.STARTTLS);
        assertThat(mail.to()).containsExactly("one@example.com", "two@example.com");
        assertThat(mail.least()).isEqualTo(Severity.INFO);
    }

    @Test
    @DisplayName("A-12: settings of alerts print without their secrets")
    void printsNoSecret() {
        assertThat(AlertSettings.read(GOOD, home).toString())
                .contains("mail.example.com")
                .doesNotContain("secret", "correct horse", "hooks.example.com");
    }

    @Test
    void letsTheEnvironmentWinOverTheFile() throws IOException {
        Files.writeString(
                home.resolve(AlertSettings.FILE),
                "OPS_ALERT_SMTP_HOST=file.example.com\nOPS_ALERT_MAIL_SEVERITY=critical\n");
        MailSettings mail = AlertSettings.read(GOOD, home).mail().orElseThrow();

        assertThat(mail.host()).isEqualTo("mail.example.com");
        assertThat(mail.least()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void namesAnUnknownSettingOfTheFile() throws IOException {
        Files.writeString(home.resolve(AlertSettings.FILE), "webhook=https://example.com\n");

        assertThatThrownBy(() -> AlertSettings.read(Map.of(), home))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("unknown setting webhook; known: OPS_ALERT_WEBHOOK_URL");
    }

    @ParameterizedTest
    @DisplayName("A-8: a bad setting of alerts is one line that names it")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    OPS_ALERT_WEBHOOK_URL    | ftp://example.com/x | is not an http or https address (not shown: it may be a password)
                    OPS_ALERT_WEBHOOK_URL    | hooks example com   | is not an http or https address (not shown: it may be a password)
                    OPS_ALERT_SMTP_PORT      | 70000               | '70000' is not a port from 1 to 65535
                    OPS_ALERT_SMTP_PORT      | smtp                | 'smtp' is not a port from 1 to 65535
                    OPS_ALERT_SMTP_SECURITY  | SSL                 | 'SSL' is none of [STARTTLS, TLS, NONE]
                    OPS_ALERT_SMTP_PASSWORD  | ""                  | is missing
                    OPS_ALERT_SMTP_USER      | ""                  | is set without OPS_ALERT_SMTP_USER
                    OPS_ALERT_MAIL_FROM      | nobody@             | 'nobody@' is not a mail address
                    OPS_ALERT_MAIL_TO        | one@example.com,    | '' is not a mail address
                    OPS_ALERT_MAIL_TO        | ""                  | is missing
                    OPS_ALERT_MAIL_SEVERITY  | LOUD                | 'LOUD' is none of [INFO, WARNING, CRITICAL]
                    OPS_ALERT_SMTP_HOST      | ""                  | is set without OPS_ALERT_SMTP_HOST
                    """)
    void namesABadSetting(String name, String value, String fault) {
        Map<String, String> environment = new TreeMap<>(GOOD);
        environment.put(name, value);

        assertThatThrownBy(() -> AlertSettings.read(environment, home))
                .isInstanceOf(SettingsException.class)
                .message()
                .endsWith(fault)
                .startsWith("OPS_ALERT_")
                .hasLineCount(1)
                .doesNotContain("correct horse", "hooks");
    }

    @Test
    void namesAVariableThatIsMisspelled() {
        assertThatThrownBy(() -> AlertSettings.read(Map.of("OPS_ALERT_WEBHOOK", "x"), home))
                .hasMessageStartingWith("unknown setting OPS_ALERT_WEBHOOK; known: ");
    }
}
