package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static io.opspipeline.dispatcher.EntryDesk.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.persistence.account.OperatorControl;
import io.opspipeline.persistence.job.PgNotifications;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.job.WakeUpListener;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A running dispatcher whose clock stands still: no schedule, no rung and no look of its own ever
/// comes due, only what PostgreSQL tells it.
@ExtendWith(PostgresExtension.class)
class NotifiedHaltTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TradingStatus HALTED =
            new TradingStatus(TradingState.HALTED, "halted by ann", Optional.empty());

    private final CountDownLatch listening = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    @Test
    @DisplayName("A-69: a halt that is only told by NOTIFY cancels the entry that is at work")
    void cancelsWhatIsAtWork(DataSource source) throws InterruptedException {
        EntryDesk desk = new EntryDesk(source);
        desk.broker.onCancel(order -> {
            var answer = desk.broker.end(order);
            cancelled.countDown();
            return answer;
        });
        try (var dispatcher = new EntryInstance(desk, "first", source);
                var notifications = new PgNotifications(source)) {
            notifications.subscribe(newsOnly(dispatcher.listener()));
            await(listening);
            desk.signal(NVDA, Action.BUY_CALL);
            dispatcher.run(LARGE);
            assertThat(desk.ordersStored()).containsExactly("1 SUBMITTED 0/4");
            Instant later = TEN.plusMillis(500);
            desk.time.runUntil(later);

            new OperatorControl(Database.over(source)).change(Map.of(LARGE, HALTED), later);

            await(cancelled);
            assertTimeoutPreemptively(
                    PATIENCE,
                    () -> {
                        while (desk.texts("select 1 from orders where state = 'CANCELED'")
                                .isEmpty()) {
                            Thread.onSpinWait();
                        }
                    });
        }
        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "0 s: cancel 1");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the account may not enter any more");
    }

    /// Without the run that each new connection brings by itself.
    private WakeUpListener newsOnly(WakeUpListener listener) {
        return new WakeUpListener() {
            @Override
            public void woken(Topic topic, Instant asOf) {
                listener.woken(topic, asOf);
            }

            @Override
            public void listening() {
                listening.countDown();
            }
        };
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
