package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.PostgresExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A step of an entry throws, and no run of the job comes for minutes.
@ExtendWith(PostgresExtension.class)
class BrokenStepTest {

    private EntryDesk desk;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
    }

    @Test
    @DisplayName("A-81, A-110: an order that was sent by a step that broke is cancelled in seconds")
    void cancelsWhatItSent() {
        desk.enter();
        desk.broker.onSubmit(order -> {
            desk.broker.accept(order);
            throw new IllegalStateException("scripted");
        });
        desk.until(20);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1",
                        "5 s: BUY 4 at 2.48 as 2",
                        "7 s: cancel 2");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: wound up after a step broke");
        assertThat(desk.time.failures()).hasSize(1);
    }

    @Test
    @DisplayName(
            "A-81, A-110: while the winding up breaks too, it is tried again, ever more rarely")
    void triesAgain() {
        desk.enter();
        for (int broken = 0; broken < 3; broken++) {
            desk.broker.onCancel(_ -> {
                throw new IllegalStateException("scripted");
            });
        }
        desk.until(40);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1",
                        "6 s: cancel 1",
                        "8 s: cancel 1",
                        "12 s: cancel 1");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: wound up after a step broke");
    }

    @Test
    @DisplayName("A-110: an intent that never left is lost, and not sent again")
    void losesAnIntentThatNeverLeft() {
        desk.enter();
        desk.broker.onSubmit(_ -> {
            throw new IllegalStateException("scripted");
        });
        desk.until(180);

        assertThat(desk.broker.received()).hasSize(2);
        assertThat(desk.dispositions()).containsExactly("large NVDA REJECTED 0/4: SUBMIT_LOST");
    }

    @Test
    @DisplayName("fault TWO-INSTANCES-ACTIVE: who lost the account leaves what broke to the next")
    void leavesItToTheNextOwner() {
        EntryProcess process = desk.enter();
        desk.broker.onCancel(_ -> {
            throw new IllegalStateException("scripted");
        });
        desk.until(5);
        process.lose(LARGE);
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1");
        assertThat(desk.dispatches.usage(LARGE, EntryDesk.TEN).working()).hasSize(1);
    }
}
