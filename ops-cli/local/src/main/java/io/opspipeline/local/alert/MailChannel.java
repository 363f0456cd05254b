package io.opspipeline.local.alert;

import io.opspipeline.persistence.alert.DeliveryChannel;
import io.opspipeline.ports.alert.Alerts.Severity;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMessage.RecipientType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Sends a notice by SMTP. The message id follows from the event id, so that a notice that was sent
/// twice shows once where the reader's program cares.
final class MailChannel implements Channel {

    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "10000";

    private final MailSettings settings;
    private final Session session;

    MailChannel(MailSettings settings) {
        this.settings = settings;
        session = Session.getInstance(properties(settings), authenticator(settings));
    }

    @Override
    public DeliveryChannel kind() {
        return DeliveryChannel.MAIL;
    }

    @Override
    public String place() {
        return "%s by %s".formatted(String.join(", ", settings.to()), settings.host());
    }

    @Override
    public Severity least() {
        return settings.least();
    }

    @Override
    public Sent send(Notice notice) throws MessagingException {
        MimeMessage message = new IdentifiedMessage(session, messageId(notice));
        message.setFrom(new InternetAddress(settings.from()));
        for (String to : settings.to()) {
            message.addRecipient(RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject(notice.subject(), "UTF-8");
        message.setSentDate(Date.from(notice.raisedAt()));
        message.setText(notice.text(), "UTF-8");
        Transport.send(message);
        return new Sent.Taken();
    }

    @Override
    public String scrubbed(String text) {
        return settings.login()
                .map(login -> text.replace(login.password().reveal(), "***"))
                .orElse(text);
    }

    private static Properties properties(MailSettings settings) {
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.host", settings.host());
        smtp.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        smtp.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        smtp.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        smtp.setProperty("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        switch (settings.security()) {
            case STARTTLS -> {
                smtp.setProperty("mail.smtp.starttls.enable", "true");
                smtp.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> smtp.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> smtp.setProperty("mail.smtp.starttls.enable", "false");
        }
        return smtp;
    }

    private static @Nullable Authenticator authenticator(MailSettings settings) {
        Optional<Authenticator> known =
                settings.login()
                        .map(login ->
                                new Authenticator() {
                                    @Override
                                    protected PasswordAuthentication getPasswordAuthentication() {
                                        return new PasswordAuthentication(
                                                login.user(), login.password().reveal());
                                    }
                                });
        return known.orElse(null);
    }

    private static String messageId(Notice notice) {
        String identity = notice.mode() + " " + notice.eventId();
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(identity.getBytes(StandardCharsets.UTF_8));
            return "<%s@ops-pipeline>".formatted(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A message that keeps the id it was given.
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
