package io.opspipeline.local.alert;

import io.opspipeline.local.alert.MailSettings.Login;
import io.opspipeline.local.alert.MailSettings.Security;
import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.log.Secret;
import io.opspipeline.runtime.setting.SettingsException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// Turns texts into settings, or names the one that is wrong.
final class AlertSettingsReader {

    private static final String PREFIX = "OPS_ALERT_";
    private static final String URL = "WEBHOOK_URL";
    private static final String WEBHOOK_LEAST = "WEBHOOK_SEVERITY";
    private static final String HOST = "SMTP_HOST";
    private static final String PORT = "SMTP_PORT";
    private static final String SECURITY = "SMTP_SECURITY";
    private static final String USER = "SMTP_USER";
    private static final String PASSWORD = "SMTP_PASSWORD";
    private static final String FROM = "MAIL_FROM";
    private static final String TO = "MAIL_TO";
    private static final String MAIL_LEAST = "MAIL_SEVERITY";
    private static final List<String> MAIL =
            List.of(HOST, PORT, SECURITY, USER, PASSWORD, FROM, TO, MAIL_LEAST);
    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> values = new TreeMap<>();

    AlertSettingsReader(Map<String, String> environment, Path file) {
        fileValues(file).forEach(this::take);
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                take(name, value);
            }
        });
    }

    AlertSettings read() {
        return new AlertSettings(webhook(), mail());
    }

    private void take(String name, String value) {
        String known = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
        if (!isKnown(known)) {
            throw new SettingsException("unknown setting " + name + "; known: " + known());
        }
        values.put(known, value.strip());
    }

    private static boolean isKnown(String name) {
        return name.equals(URL) || name.equals(WEBHOOK_LEAST) || MAIL.contains(name);
    }

    private static String known() {
        return PREFIX
                + URL
                + ", "
                + PREFIX
                + WEBHOOK_LEAST
                + ", "
                + PREFIX
                + String.join(", " + PREFIX, MAIL);
    }

    private static Map<String, String> fileValues(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new SettingsException(
                        "%s cannot be read: %s".formatted(file, e.getClass().getSimpleName()));
            }
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private Optional<WebhookSettings> webhook() {
        Optional<String> url = value(URL);
        if (url.isEmpty()) {
            refuseWithout(URL, List.of(WEBHOOK_LEAST));
            return Optional.empty();
        }
        if (!isWebAddress(url.get())) {
            throw wrong(URL, "is not an http or https address (not shown: it may be a password)");
        }
        return Optional.of(
                new WebhookSettings(new Secret(url.get()), choice(WEBHOOK_LEAST, Severity.INFO)));
    }

    private Optional<MailSettings> mail() {
        Optional<String> host = value(HOST);
        if (host.isEmpty()) {
            refuseWithout(HOST, MAIL);
            return Optional.empty();
        }
        Security security = choice(SECURITY, Security.STARTTLS);
        List<String> to =
                Arrays.stream(required(TO).split(",", -1)).map(each -> address(TO, each)).toList();
        return Optional.of(
                new MailSettings(
                        host.get(),
                        port(security),
                        security,
                        login(),
                        address(FROM, required(FROM)),
                        to,
                        choice(MAIL_LEAST, Severity.INFO)));
    }

    private int port(Security security) {
        String text = value(PORT).orElse(usualPort(security));
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number out of range.
        }
        throw wrong(PORT, "'%s' is not a port from 1 to %d".formatted(text, HIGHEST_PORT));
    }

    private static String usualPort(Security security) {
        return switch (security) {
            case STARTTLS -> "587";
            case TLS -> "465";
            case NONE -> "25";
        };
    }

    private Optional<Login> login() {
        Optional<String> user = value(USER);
        if (user.isEmpty()) {
            refuseWithout(USER, List.of(PASSWORD));
            return Optional.empty();
        }
        return Optional.of(new Login(user.get(), new Secret(required(PASSWORD))));
    }

    private void refuseWithout(String missing, List<String> depending) {
        depending.stream()
                .filter(values::containsKey)
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(name, "is set without " + PREFIX + missing);
                });
    }

    private <E extends Enum<E>> E choice(String name, E usual) {
        String text = value(name).orElse(usual.name());
        E[] all = usual.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(name, "'%s' is none of %s".formatted(text, List.of(all))));
    }

    private static String address(String name, String text) {
        try {
            InternetAddress address = new InternetAddress(text.strip(), true);
            address.validate();
            return address.getAddress();
        } catch (AddressException _) {
            throw wrong(name, "'%s' is not a mail address".formatted(text.strip()));
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            return List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty());
    }

    private String required(String name) {
        return value(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    private static SettingsException wrong(String name, String fault) {
        return new SettingsException(PREFIX + name + " " + fault);
    }
}
