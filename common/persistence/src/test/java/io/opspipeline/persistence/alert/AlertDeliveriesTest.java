package io.opspipeline.persistence.alert;

import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.alert.DeliveryChannel.MAIL;
import static io.opspipeline.persistence.alert.DeliveryChannel.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.persistence.Scene;
import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class AlertDeliveriesTest {

    private static final Duration LAPSE = Duration.ofSeconds(60);

    private Scene scene;
    private AlertDeliveries deliveries;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
        deliveries = new AlertDeliveries(scene.database);
    }

    @Test
    @DisplayName("A-120: the most urgent alert is sent first, then the oldest")
    void claimsTheMostUrgentFirst() {
        deliveries.open(WEBHOOK);
        raise("a", Severity.INFO);
        raise("b", Severity.WARNING);
        raise("c", Severity.CRITICAL);
        raise("d", Severity.INFO);

        assertThat(claimed(4)).isEqualTo("c b a d");
        assertThat(claim(TEN)).isEmpty();
    }

    @Test
    @DisplayName("A-120: a channel gets what it takes, once, and each channel for itself")
    void givesEachChannelItsOwn() {
        deliveries.open(WEBHOOK);
        deliveries.open(MAIL);
        raise("info", Severity.INFO);
        raise("critical", Severity.CRITICAL);
        deliveries.enlist(MAIL, Severity.CRITICAL, TEN);
        deliveries.enlist(MAIL, Severity.CRITICAL, TEN);
        deliveries.delivered(deliveries.claim(MAIL, TEN, LAPSE).orElseThrow(), TEN);

        assertThat(deliveries.claim(MAIL, TEN.plus(LAPSE), LAPSE)).isEmpty();
        assertThat(claimed(2)).isEqualTo("critical info");
    }

    @Test
    @DisplayName("A-120: a claim of a runner that died is due again when it lapses")
    void givesALapsedClaimToAnother() {
        deliveries.open(WEBHOOK);
        raise("a", Severity.CRITICAL);
        assertThat(claim(TEN)).isPresent();

        assertThat(claim(TEN.plus(LAPSE).minusMillis(1))).isEmpty();
        assertThat(claim(TEN.plus(LAPSE)))
                .hasValueSatisfying(again -> assertThat(again.attempt()).isEqualTo(2));
    }

    @Test
    @DisplayName("A-120: a failure is stored and tried again; one that was given up stays visible")
    void keepsFailures() {
        deliveries.open(WEBHOOK);
        raise("a", Severity.CRITICAL);
        deliveries.failed(claim(TEN).orElseThrow(), "HTTP 500", TEN.plusSeconds(5));

        assertThat(claim(TEN.plusSeconds(4))).isEmpty();
        DueAlert again = claim(TEN.plusSeconds(5)).orElseThrow();
        deliveries.givenUp(again, "HTTP 404", TEN.plusSeconds(6));
        assertThat(claim(TEN.plusSeconds(600))).isEmpty();
        assertThat(
                        scene.texts(
                                "select state || ' ' || attempts || ' ' || failure from alert_deliveries"))
                .containsExactly("GIVEN_UP 2 HTTP 404");
    }

    @Test
    @DisplayName("A-120: a channel set up today begins with the last hour, not with the past")
    void doesNotTellThePast() {
        raise("old", Severity.CRITICAL, TEN.minusSeconds(3_600));
        raise("late", Severity.CRITICAL, TEN.minusSeconds(3_599));
        raise("newest", Severity.INFO, TEN);
        deliveries.open(WEBHOOK);
        deliveries.open(WEBHOOK);
        raise("next", Severity.INFO, TEN.plusSeconds(1));

        assertThat(claimed(3)).isEqualTo("late newest next");
        assertThat(claim(TEN)).isEmpty();
    }

    @Test
    @DisplayName("A-120: whoever raises an alert rings the bell, after a lost session too")
    void ringsTheBell(DataSource source) throws InterruptedException {
        var rings = new LinkedBlockingQueue<String>();
        try (var _ = AlertBell.hang(source, () -> rings.add("rung"))) {
            assertThat(rings.poll(30, TimeUnit.SECONDS)).as("heard from now on").isNotNull();
            raise("a", Severity.CRITICAL);
            assertThat(rings.poll(10, TimeUnit.SECONDS)).isNotNull();

            scene.database
                    .jdbc()
                    .sql(
                            """
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where datname = current_database() and pid <> pg_backend_pid()
                            """)
                    .query((_, _) -> true)
                    .list();
            assertThat(rings.poll(30, TimeUnit.SECONDS)).as("heard again").isNotNull();
            raise("b", Severity.CRITICAL);
            assertThat(rings.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    @DisplayName("A-120, incident 84: of many who claim at once, one gets an alert")
    void letsOneOfManyClaim() throws InterruptedException {
        deliveries.open(WEBHOOK);
        raise("a", Severity.CRITICAL);
        var won = new AtomicInteger();
        var start = new CountDownLatch(1);
        var threads =
                IntStream.range(0, 8)
                        .mapToObj(_ ->
                                Thread.startVirtualThread(() -> {
                                    await(start);
                                    claim(TEN).ifPresent(_ -> won.incrementAndGet());
                                }))
                        .toList();
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(won).hasValue(1);
    }

    private Optional<DueAlert> claim(Instant now) {
        deliveries.enlist(WEBHOOK, Severity.INFO, now);
        return deliveries.claim(WEBHOOK, now, LAPSE);
    }

    private String claimed(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> claim(TEN).orElseThrow().eventId())
                .collect(Collectors.joining(" "));
    }

    private void raise(String event, Severity severity) {
        raise(event, severity, TEN);
    }

    private void raise(String event, Severity severity, Instant at) {
        new PostgresAlerts(scene.database).raise(severity, event, Optional.empty(), event, at);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
