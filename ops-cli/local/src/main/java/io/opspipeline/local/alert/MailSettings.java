package io.opspipeline.local.alert;

import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.log.Secret;
import java.util.List;
import java.util.Optional;

/// How alerts are mailed.
///
/// @param host the SMTP server
/// @param port 1 to 65535
/// @param login empty when the server asks for none
/// @param from the sender's address
/// @param to at least one address
/// @param least the mildest severity that is mailed
public record MailSettings(
        String host,
        int port,
        Security security,
        Optional<Login> login,
        String from,
        List<String> to,
        Severity least) {

    /// Copies the addresses.
    public MailSettings {
        to = List.copyOf(to);
    }

    /// How the line to the server is protected.
    public enum Security {
        /// Begins in the clear and must change to TLS before anything is said.
        STARTTLS,
        /// TLS from the start.
        TLS,
        /// In the clear: for a server on this machine.
        NONE
    }

    /// Who we are to the server.
    public record Login(String user, Secret password) {}
}
