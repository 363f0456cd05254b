package io.opspipeline.local.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.local.alert.MailSettings.Login;
import io.opspipeline.local.alert.MailSettings.Security;
import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.log.Secret;
import io.opspipeline.runtime.setting.RunMode;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChannelTest {

    private static final String PASSWORD = "correct horse";
    private static final Notice NOTICE =
            new Notice(
                    RunMode.PAPER,
                    Severity.CRITICAL,
                    Optional.of(new AccountId("large")),
                    "bid < ask & no\r\nBcc: fill",
                    Instant.parse("2025-01-06T14:31:07Z"),
                    "0.1.0+test",
                    "in-doubt large:NVDA");

    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @BeforeEach
    void start() {
        post.start();
        post.setUser("ops@example.com", "ops", PASSWORD);
    }

    @AfterEach
    void stop() {
        post.stop();
    }

    @Test
    @DisplayName(
            "A-120, incident 84: a mail has the mode first in its subject, and no line of others")
    void mailsANotice() throws Exception {
        Sent sent = send(mail(Security.NONE, PASSWORD), NOTICE);
        send(mail(Security.NONE, PASSWORD), NOTICE);

        assertThat(sent).isEqualTo(new Sent.Taken());
        MimeMessage[] got = post.getReceivedMessages();
        assertThat(got[0].getSubject())
                .isEqualTo("[PAPER] CRITICAL large: bid < ask & no Bcc: fill");
        assertThat(got[0].getContent().toString().lines())
                .containsExactly(
                        "[PAPER] CRITICAL large: bid < ask & no Bcc: fill",
                        "raised 2025-01-06 09:31:07 New York",
                        "build 0.1.0+test",
                        "event in-doubt large:NVDA");
        assertThat(got[0].getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("one@example.com", "two@example.com");
        assertThat(got[0].getMessageID())
                .endsWith("@ops-pipeline>")
                .isEqualTo(got[got.length - 1].getMessageID());
    }

    @Test
    @DisplayName("A-12: a refused login is told without the password")
    void tellsOfARefusedLogin() throws Exception {
        assertThat(failure(send(mail(Security.NONE, "wrong pony"), NOTICE)))
                .startsWith("AuthenticationFailedException")
                .doesNotContain("wrong pony");
    }

    @Test
    void saysNothingInTheClearWhereStarttlsIsAskedFor() throws Exception {
        assertThat(failure(send(mail(Security.STARTTLS, PASSWORD), NOTICE))).contains("STARTTLS");
        assertThat(post.getReceivedMessages()).isEmpty();
    }

    @Test
    @DisplayName("A-120: a webhook gets text in Slack's form and the same in members of its own")
    void postsANotice() throws Exception {
        try (var receiver = new Receiver()) {
            assertThat(send(new WebhookChannel(receiver.settings()), NOTICE))
                    .isEqualTo(new Sent.Taken());

            var body = Objects.requireNonNull(receiver.next()).body();
            assertThat(body.get("text").asString())
                    .startsWith("[PAPER] CRITICAL large: bid &lt; ask &amp; no Bcc: fill\n");
            assertThat(body.propertyNames())
                    .containsExactly(
                            "text",
                            "mode",
                            "severity",
                            "account",
                            "message",
                            "raisedAt",
                            "build",
                            "eventId");
            assertThat(body.get("account").asString()).isEqualTo("large");
            assertThat(body.get("message").asString()).isEqualTo("bid < ask & no Bcc: fill");
            assertThat(body.get("raisedAt").asString()).isEqualTo("2025-01-06T14:31:07Z");
        }
    }

    @Test
    @DisplayName("A-120: a silent channel is broken off at its limit")
    void breaksOffASilentChannel() throws Exception {
        try (var receiver = new Receiver().hanging()) {
            var timed =
                    new TimedChannel(
                            new WebhookChannel(receiver.settings()), Duration.ofMillis(100));

            assertThat(failure(timed.send(NOTICE))).isEqualTo("no answer within 0.1 s");
        }
    }

    @Test
    @DisplayName("A-12: neither path, query nor a value of the query of a webhook is repeated")
    void scrubsTheQueryToo() {
        var channel =
                new WebhookChannel(
                        new WebhookSettings(
                                new Secret("https://hooks.example.com/in?key=a%2Fb&token=t0ken"),
                                Severity.INFO));

        assertThat(channel.scrubbed("no entry: /in?key=a%2Fb&token=t0ken, a/b, a%2Fb, t0ken"))
                .isEqualTo("no entry: ***?***, ***, ***, ***");
    }

    @Test
    void tellsOfAHostThatIsNotThere() throws Exception {
        Receiver gone = new Receiver();
        gone.close();

        assertThat(failure(send(new WebhookChannel(gone.settings()), NOTICE)))
                .startsWith("ConnectException");
    }

    private MailChannel mail(Security security, String password) {
        return new MailChannel(
                new MailSettings(
                        "127.0.0.1",
                        post.getSmtp().getPort(),
                        security,
                        Optional.of(new Login("ops", new Secret(password))),
                        "ops@example.com",
                        List.of("one@example.com", "two@example.com"),
                        Severity.INFO));
    }

    private static Sent send(Channel channel, Notice notice) throws InterruptedException {
        return new TimedChannel(channel, Duration.ofSeconds(30)).send(notice);
    }

    private static String failure(Sent sent) {
        return sent instanceof Sent.Failed(String reason) ? reason : "it was taken";
    }
}
