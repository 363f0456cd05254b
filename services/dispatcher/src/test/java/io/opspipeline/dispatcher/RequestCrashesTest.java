package io.opspipeline.dispatcher;

import static io.opspipeline.testkit.crash.MortalClient.Moment.AFTER;
import static io.opspipeline.testkit.crash.MortalClient.Moment.BEFORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.testkit.PageSection;
import io.opspipeline.testkit.crash.MortalClient.Moment;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Our own requests: the dispatcher dies before or after what it stores and sends, and the next one
/// winds its entry up.
class RequestCrashesTest {

    private static final String INTENT_COMMIT = "the commit of the intent";
    static final String REQUEST = "the request";
    private static final String ANSWER_COMMIT = "the commit of the answer";

    private static final String NO_NEWS = "Nobody but us knows the order yet";
    private static final String NO_REFUSAL = "A broker that tells of an order has not refused it";
    private static final String NOT_ARRIVED =
            "A broker that never got an order tells nothing of it";
    private static final String ONLY_DOUBT = "Only an order in doubt is looked up";
    private static final String HAS_LEFT = "Only an order that was never sent is given up";

    private final CrashStories stories = new CrashStories();

    @Test
    @DisplayName("A-56, A-79, A-128: every state x request x crash point: one order, booked once")
    void requestsOfOurs() throws IOException {
        sent();
        putOff();
        refused();
        unanswered();
        lookedUp();
        givenUp();
        new CancelCrashes(stories).play();

        assertThat(stories.matrix().holes()).isEmpty();
        new PageSection("docs/crash-points.md", "Our own requests")
                .requireSays(
                        """
                        The dispatcher works an entry and dies. The next one sends nothing again: it looks the order up, cancels what works, and ends the entry. The column is the state that the trade-stream's news has brought the order to by then. It died %d times.

                        %s\
                        """
                                .formatted(stories.matrix().size(), stories.matrix().text()));
    }

    private void sent() {
        String event = "our order is accepted";
        for (Moment moment : Moment.values()) {
            stories.only(
                    OrderState.INTENT,
                    event,
                    moment.of(INTENT_COMMIT),
                    NO_NEWS,
                    crash -> {
                        crash.process.dieAtCommitOf(moment, "insert into orders");
                        crash.enter();
                    });
        }
        stories.only(
                OrderState.INTENT,
                event,
                BEFORE.of(REQUEST),
                NO_NEWS,
                crash -> {
                    crash.desk.broker.onSubmit(_ -> {
                        throw crash.die("before the request");
                    });
                    crash.enter();
                });
        accepted(event, REQUEST, _ -> {});
    }

    /// The order arrives, and the process dies over the answer.
    private void accepted(String event, String request, Consumer<EntryCrash> before) {
        stories.byNews(
                event,
                AFTER.of(request),
                (crash, state) -> {
                    before.accept(crash);
                    crash.desk.broker.onSubmit(order -> {
                        crash.tell(order, state);
                        throw crash.die("after the request");
                    });
                    crash.enter();
                    crash.desk.until(2);
                });
        for (Moment moment : Moment.values()) {
            stories.byNews(
                    event,
                    moment.of(ANSWER_COMMIT),
                    (crash, state) -> {
                        before.accept(crash);
                        crash.desk.broker.onSubmit(order -> {
                            SubmitResult answer = crash.desk.broker.accept(order);
                            crash.tell(state);
                            crash.dieAt(moment);
                            return answer;
                        });
                        crash.enter();
                        crash.desk.until(2);
                    });
        }
    }

    /// Nothing is stored of a refusal for the rate: the order waits as an intent, and goes again.
    private void putOff() {
        String event = "our order is put off for its rate";
        stories.only(
                OrderState.INTENT,
                event,
                AFTER.of(REQUEST),
                NO_REFUSAL,
                crash -> {
                    crash.desk.broker.onSubmit(_ -> {
                        throw crash.die("after the request");
                    });
                    crash.enter();
                });
        String repeat = "the request that repeats it";
        stories.only(
                OrderState.INTENT,
                event,
                BEFORE.of(repeat),
                NO_REFUSAL,
                crash -> {
                    putOff(crash);
                    crash.desk.broker.onSubmit(_ -> {
                        throw crash.die("before the request");
                    });
                    crash.enter();
                    crash.desk.until(2);
                });
        accepted(event, repeat, RequestCrashesTest::putOff);
    }

    private static void putOff(EntryCrash crash) {
        crash.desk.broker.onSubmit(_ ->
                new SubmitResult.RateLimited(
                        DenialCode.RATE_LIMITED, EntryDesk.TEN.plusSeconds(2)));
    }

    private void refused() {
        String event = "our order is refused";
        stories.only(
                OrderState.INTENT,
                event,
                AFTER.of(REQUEST),
                NO_REFUSAL,
                crash -> {
                    crash.desk.broker.onSubmit(_ -> {
                        throw crash.die("after the request");
                    });
                    crash.enter();
                });
        for (Moment moment : Moment.values()) {
            stories.only(
                    OrderState.INTENT,
                    event,
                    moment.of(ANSWER_COMMIT),
                    NO_REFUSAL,
                    crash -> {
                        crash.desk.broker.onSubmit(_ -> {
                            crash.dieAt(moment);
                            return new SubmitResult.Refused(
                                    DenialCode.BROKER_REFUSED, 403, 40310000, "no more");
                        });
                        crash.enter();
                    });
        }
    }

    private void unanswered() {
        for (Moment moment : Moment.values()) {
            stories.byNews(
                    "our order arrives, its answer does not",
                    moment.of("the commit of the doubt"),
                    (crash, state) -> {
                        crash.desk.broker.onSubmit(order -> {
                            crash.tell(order, state);
                            crash.dieAt(moment);
                            return timeOut();
                        });
                        crash.enter();
                    });
        }
        for (Moment moment : Moment.values()) {
            stories.only(
                    OrderState.INTENT,
                    "our order never arrives",
                    moment.of("the commit of the doubt"),
                    NOT_ARRIVED,
                    crash -> {
                        crash.desk.broker.onSubmit(_ -> {
                            crash.dieAt(moment);
                            return timeOut();
                        });
                        crash.enter();
                    });
        }
    }

    private void lookedUp() {
        for (Moment moment : Moment.values()) {
            stories.only(
                    OrderState.IN_DOUBT,
                    "a look-up finds it",
                    moment.of("the commit"),
                    ONLY_DOUBT,
                    crash -> {
                        crash.desk.broker.onSubmit(order -> {
                            crash.desk.broker.accept(order);
                            return timeOut();
                        });
                        crash.enter();
                        crash.dieAt(moment);
                        crash.desk.until(2);
                    });
        }
        for (Moment moment : Moment.values()) {
            stories.only(
                    OrderState.IN_DOUBT,
                    "the last look-up does not find it",
                    moment.of("the commit"),
                    ONLY_DOUBT,
                    crash -> {
                        crash.desk.broker.onSubmit(_ -> timeOut());
                        crash.enter();
                        crash.dieAt(moment);
                        crash.desk.until(60);
                    });
        }
    }

    private void givenUp() {
        for (Moment moment : Moment.values()) {
            stories.only(
                    OrderState.INTENT,
                    "given up before it is sent",
                    moment.of("the commit"),
                    HAS_LEFT,
                    crash -> {
                        putOff(crash);
                        crash.enter();
                        crash.desk.change(TradingState.HALTED);
                        crash.dieAt(moment);
                        crash.desk.until(3);
                    });
        }
    }

    private static SubmitResult timeOut() {
        return new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out"));
    }
}
