package io.opspipeline.local.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.persistence.alert.DeliveryChannel;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class AlertDeliveryTest {

    private static final Instant TEN = Instant.parse("2025-06-12T14:00:00Z");
    private static final RetryPlan AT_ONCE =
            new RetryPlan(Duration.ZERO, Duration.ZERO, Duration.ofHours(1));
    private static final RetryPlan NEVER =
            new RetryPlan(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private DatabaseAddress address;
    private Database database;

    @BeforeEach
    void open(TestDatabase test) {
        address = new DatabaseAddress(test.url(), test.user(), test.password());
        database = Database.over(test.dataSource());
    }

    @Test
    @DisplayName("A-120: a CRITICAL alert is posted within 10 s of being raised, with mode and id")
    void postsACriticalAlert() throws Exception {
        try (var receiver = new Receiver();
                var _ = AlertDelivery.start(address, clock(), webhook(receiver), mode())) {
            raise("in-doubt 1", Severity.CRITICAL);

            Receiver.Post post = Objects.requireNonNull(receiver.next());
            assertThat(post.key()).isEqualTo("in-doubt 1");
            assertThat(post.body().get("text").asString())
                    .startsWith("[SIMULATED] CRITICAL: in-doubt 1\nraised 2025-06-12 10:00:00")
                    .contains("\nbuild ")
                    .endsWith("\nevent in-doubt 1");
        }
        assertThat(states()).containsExactly("LOG DELIVERED 1", "WEBHOOK DELIVERED 1");
    }

    @Test
    @DisplayName("incident 84: two deliverers of one database send one message an event")
    void sendsOnceFromTwoDeliverers() throws Exception {
        Set<String> expected = new HashSet<>();
        Set<String> seen = new HashSet<>();
        try (var receiver = new Receiver();
                var _ = AlertDelivery.start(address, clock(), webhook(receiver), mode());
                var _ = AlertDelivery.start(address, clock(), webhook(receiver), mode())) {
            for (int i = 0; i < 20; i++) {
                raise("event " + i, Severity.WARNING);
                raise("event " + i, Severity.CRITICAL);
                expected.add("event " + i);
            }
            for (int i = 0; i < expected.size(); i++) {
                seen.add(Objects.requireNonNull(receiver.next()).body().get("eventId").asString());
            }
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(states()).hasSize(40).allMatch(state -> state.endsWith(" DELIVERED 1"));
    }

    @Test
    @DisplayName("A-120: a channel that hangs delays no other channel")
    void letsNoChannelWaitForAnother() throws Exception {
        var mail = new Scripted(DeliveryChannel.MAIL, 0);
        try (var receiver = new Receiver().hanging();
                var _ = start(AT_ONCE, new WebhookChannel(receiver.settings()), mail)) {
            raise("first", Severity.CRITICAL);
            assertThat(receiver.next()).isNotNull();
            raise("second", Severity.CRITICAL);

            assertThat(mail.next()).isNotNull();
            assertThat(mail.next()).isNotNull();
        }
        assertThat(states()).containsSubsequence("MAIL DELIVERED 1", "MAIL DELIVERED 1");
        assertThat(states()).contains("WEBHOOK WAITING 1");
    }

    @Test
    @DisplayName("A-120: what failed is sent again until it is taken")
    void triesAgain() throws Exception {
        try (var receiver = new Receiver().answering(500).answering(429);
                var _ = start(AT_ONCE, new WebhookChannel(receiver.settings()))) {
            raise("a", Severity.INFO);
            for (int i = 0; i < 3; i++) {
                assertThat(receiver.next()).isNotNull();
            }
        }
        assertThat(states()).containsExactly("WEBHOOK DELIVERED 3");
    }

    @Test
    @DisplayName("A-120, A-12: what is given up says why, without the address of the webhook")
    void givesUpVisibly() throws Exception {
        try (var receiver = new Receiver().answering(404);
                var _ = start(NEVER, new WebhookChannel(receiver.settings()))) {
            raise("a", Severity.INFO);
            assertThat(receiver.next()).isNotNull();
        }
        assertThat(states()).containsExactly("WEBHOOK GIVEN_UP 1");
        assertThat(texts("select failure from alert_deliveries"))
                .containsExactly("HTTP 404: no ***");
    }

    @Test
    @DisplayName(
            "fault DB-FAILOVER-MID-TX: alerts are delivered after the database cut every session")
    void survivesARestartOfTheDatabase() throws Exception {
        var mail = new Scripted(DeliveryChannel.MAIL, 0);
        try (var _ = start(AT_ONCE, mail)) {
            raise("before", Severity.CRITICAL);
            assertThat(mail.next()).isNotNull();
            texts(
                    """
                    select pg_terminate_backend(pid)::text from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                    """);
            raise("after", Severity.CRITICAL);

            assertThat(mail.next()).extracting(Notice::eventId).isEqualTo("after");
        }
    }

    @Test
    @DisplayName("A-120: it holds two connections at most, and none while a channel is silent")
    void holdsTwoConnections() throws Exception {
        try (var receiver = new Receiver().hanging();
                var _ = start(AT_ONCE, new WebhookChannel(receiver.settings()))) {
            raise("a", Severity.CRITICAL);
            assertThat(receiver.next()).isNotNull();

            assertThat(
                            texts(
                                    """
                                    select count(*)::text || ' ' || count(*) filter (
                                        where state = 'idle in transaction')
                                    from pg_stat_activity
                                    where datname = current_database() and application_name = 'alerts'
                                    """))
                    .containsExactly("2 0");
        }
    }

    private AlertDelivery start(RetryPlan plan, Channel... channels) {
        return AlertDelivery.start(address, clock(), List.of(channels), mode(), plan);
    }

    private static AlertSettings webhook(Receiver receiver) throws IOException {
        return new AlertSettings(Optional.of(receiver.settings()), Optional.empty());
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }

    private static RunMode mode() {
        return RunMode.SIMULATED;
    }

    private void raise(String event, Severity severity) {
        new PostgresAlerts(database).raise(severity, event, Optional.empty(), event, TEN);
    }

    private List<String> states() {
        return texts(
                """
                select channel || ' ' || state || ' ' || attempts from alert_deliveries
                order by channel, event_id
                """);
    }

    private List<String> texts(String sql) {
        return database.jdbc().sql(sql).query(String.class).list();
    }
}
