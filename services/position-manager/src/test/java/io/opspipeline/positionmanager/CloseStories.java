package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.order.OrderState;
import io.opspipeline.testkit.crash.CrashMatrix;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// Plays the stories of position-managers that die, each with a close of its own, and notes how its
/// orders ended.
final class CloseStories {

    private static final String NOT_SENT_TWICE = "An order is sent once, from INTENT";
    private static final String NOT_KNOWN = "Cancelled once it is known to be at the broker";
    private static final String HAS_ENDED = "What has ended is not replaced";

    /// The states that news can have brought an order to while its POST is under way.
    private static final Set<OrderState> BY_NEWS =
            EnumSet.complementOf(EnumSet.of(OrderState.IN_DOUBT, OrderState.LOST));

    private static final Set<OrderState> AT_WORK =
            EnumSet.of(
                    OrderState.SUBMITTED, OrderState.PARTIALLY_FILLED, OrderState.PENDING_CANCEL);

    private final CrashMatrix<OrderState> matrix = new CrashMatrix<>(OrderState.class);
    private final DataSource source;
    private int stories;

    CloseStories(DataSource source) {
        this.source = source;
    }

    /// What happens until the first process dies.
    @FunctionalInterface
    interface Story {

        void play(CloseCrash crash, OrderState state);
    }

    /// What was seen so far.
    CrashMatrix<OrderState> matrix() {
        return matrix;
    }

    /// The event meets the order in one state alone; elsewhere there is a reason why not.
    void only(
            OrderState possible,
            String event,
            String point,
            String reason,
            Consumer<CloseCrash> story) {
        matrix.row(
                event,
                point,
                Set.of(possible),
                state -> end(state, event, point, (crash, _) -> story.accept(crash)),
                _ -> reason);
    }

    /// The event meets the order in every state that news can have brought it to.
    void byNews(String event, String point, Story story) {
        matrix.row(
                event,
                point,
                BY_NEWS,
                state -> end(state, event, point, story),
                _ -> NOT_SENT_TWICE);
    }

    /// The event meets an order that the broker works, when its time is over.
    void atWork(String event, String point, Consumer<CloseCrash> story) {
        matrix.row(
                event,
                point,
                AT_WORK,
                state ->
                        end(
                                state,
                                event,
                                point,
                                (crash, _) -> {
                                    crash.until(5);
                                    crash.tell(state);
                                    story.accept(crash);
                                    crash.until(9);
                                }),
                state -> state.isWorking() ? NOT_KNOWN : HAS_ENDED);
    }

    private String end(OrderState state, String event, String point, Story story) {
        stories++;
        var crash = new CloseCrash(source, MemoryAccounts.swing("case" + stories));
        story.play(crash, state);
        String what = "%s: %s, %s".formatted(state, event, point);
        assertThat(crash.process.isDead()).as(what).isTrue();
        return crash.recovered(what);
    }
}
