package io.opspipeline.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.order.OrderState;
import io.opspipeline.testkit.crash.CrashMatrix;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/// Plays the stories of dispatchers that die, each with an entry of its own, and notes how it
/// ended.
final class CrashStories {

    private static final String NOT_SENT_TWICE = "An order is sent once, from INTENT";
    private static final String NOT_KNOWN = "Cancelled once it is known to be at the broker";
    private static final String HAS_ENDED = "What has ended is not cancelled";

    /// The states that news can have brought an order to while its POST is under way.
    private static final Set<OrderState> BY_NEWS =
            EnumSet.complementOf(EnumSet.of(OrderState.IN_DOUBT, OrderState.LOST));

    private static final Set<OrderState> AT_WORK =
            EnumSet.of(
                    OrderState.SUBMITTED, OrderState.PARTIALLY_FILLED, OrderState.PENDING_CANCEL);

    private final CrashMatrix<OrderState> matrix = new CrashMatrix<>(OrderState.class);

    /// What happens until the first process dies.
    @FunctionalInterface
    interface Story {

        void play(EntryCrash crash, OrderState state);
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
            Consumer<EntryCrash> story) {
        matrix.row(
                event,
                point,
                Set.of(possible),
                state -> end(state, event, point, (crash, _) -> story.accept(crash)),
                state ->
                        possible == OrderState.INTENT && !BY_NEWS.contains(state)
                                ? NOT_SENT_TWICE
                                : reason);
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

    /// The event meets an order that the broker works.
    void atWork(String event, String point, Consumer<EntryCrash> story) {
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
                                    crash.enter();
                                    crash.tell(state);
                                    story.accept(crash);
                                    crash.desk.until(6);
                                }),
                state -> state.isWorking() ? NOT_KNOWN : HAS_ENDED);
    }

    private static String end(OrderState state, String event, String point, Story story) {
        try (var crash = new EntryCrash()) {
            story.play(crash, state);
            assertThat(crash.process.isDead()).as("%s, %s", event, point).isTrue();
            return crash.recovered();
        }
    }
}
