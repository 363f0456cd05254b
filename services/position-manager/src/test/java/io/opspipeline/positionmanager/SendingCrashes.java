package io.opspipeline.positionmanager;

import static io.opspipeline.testkit.crash.MortalClient.Moment.AFTER;
import static io.opspipeline.testkit.crash.MortalClient.Moment.BEFORE;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.testkit.crash.MortalClient.Moment;
import java.util.function.Consumer;

/// A close begins, its first order goes out, and the broker answers or does not. The
/// position-manager dies at each of these steps.
///
/// @param stories what they are added to
record SendingCrashes(CloseStories stories) {

    static final String INTENT_COMMIT = "the commit of the intent";
    static final String REQUEST = "the request";
    static final String ANSWER_COMMIT = "the commit of the answer";

    private static final String NOT_BEGUN = "There is no order before a close has begun";
    private static final String NO_NEWS = "Nobody but us knows the order yet";
    private static final String NO_REFUSAL = "A broker that tells of an order has not refused it";
    private static final String NOT_ARRIVED =
            "A broker that never got an order tells nothing of it";
    private static final String ONLY_DOUBT = "Only an order in doubt is looked up";
    private static final String HAS_LEFT = "Only an order that was never sent is given up";

    void play() {
        begun();
        sent();
        putOff();
        refused();
        unanswered();
        lookedUp();
        givenUp();
    }

    private void begun() {
        for (Moment moment : Moment.values()) {
            stories.only(
                    OrderState.INTENT,
                    "a close begins",
                    moment.of("the commit of its rule"),
                    NOT_BEGUN,
                    crash -> {
                        crash.process.dieAtCommitOf(moment, "update active_positions set state");
                        crash.until(5);
                    });
        }
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
                        crash.until(5);
                    });
        }
        stories.only(
                OrderState.INTENT,
                event,
                BEFORE.of(REQUEST),
                NO_NEWS,
                crash -> {
                    crash.broker.onSubmit(_ -> {
                        throw crash.die("before the request");
                    });
                    crash.until(5);
                });
        accepted(event, REQUEST, 5, _ -> {});
    }

    /// The order arrives, and the process dies over the answer.
    private void accepted(String event, String request, int at, Consumer<CloseCrash> before) {
        stories.byNews(
                event,
                AFTER.of(request),
                (crash, state) -> {
                    before.accept(crash);
                    crash.broker.onSubmit(order -> {
                        crash.tell(order, state);
                        throw crash.die("after the request");
                    });
                    crash.until(at);
                });
        for (Moment moment : Moment.values()) {
            stories.byNews(
                    event,
                    moment.of(ANSWER_COMMIT),
                    (crash, state) -> {
                        before.accept(crash);
                        crash.broker.onSubmit(order -> {
                            SubmitResult answer = crash.broker.accept(order);
                            crash.tell(state);
                            crash.dieAt(moment);
                            return answer;
                        });
                        crash.until(at);
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
                    crash.broker.onSubmit(_ -> {
                        throw crash.die("after the request");
                    });
                    crash.until(5);
                });
        String repeat = "the request that repeats it";
        stories.only(
                OrderState.INTENT,
                event,
                BEFORE.of(repeat),
                NO_REFUSAL,
                crash -> {
                    putOff(crash);
                    crash.broker.onSubmit(_ -> {
                        throw crash.die("before the request");
                    });
                    crash.until(7);
                });
        accepted(event, repeat, 7, SendingCrashes::putOff);
    }

    private static void putOff(CloseCrash crash) {
        crash.broker.onSubmit(_ ->
                new SubmitResult.RateLimited(DenialCode.RATE_LIMITED, Desk.NOON.plusSeconds(7)));
    }

    private void refused() {
        String event = "our order is refused";
        stories.only(
                OrderState.INTENT,
                event,
                AFTER.of(REQUEST),
                NO_REFUSAL,
                crash -> {
                    crash.broker.onSubmit(_ -> {
                        throw crash.die("after the request");
                    });
                    crash.until(5);
                });
        for (Moment moment : Moment.values()) {
            stories.only(
                    OrderState.INTENT,
                    event,
                    moment.of(ANSWER_COMMIT),
                    NO_REFUSAL,
                    crash -> {
                        crash.broker.onSubmit(_ -> {
                            crash.dieAt(moment);
                            return new SubmitResult.Refused(
                                    DenialCode.BROKER_REFUSED, 403, 40310000, "no more");
                        });
                        crash.until(5);
                    });
        }
    }

    private void unanswered() {
        for (Moment moment : Moment.values()) {
            stories.byNews(
                    "our order arrives, its answer does not",
                    moment.of("the commit of the doubt"),
                    (crash, state) -> {
                        crash.broker.onSubmit(order -> {
                            crash.tell(order, state);
                            crash.dieAt(moment);
                            return timeOut();
                        });
                        crash.until(5);
                    });
        }
        for (Moment moment : Moment.values()) {
            stories.only(
                    OrderState.INTENT,
                    "our order never arrives",
                    moment.of("the commit of the doubt"),
                    NOT_ARRIVED,
                    crash -> {
                        crash.broker.onSubmit(_ -> {
                            crash.dieAt(moment);
                            return timeOut();
                        });
                        crash.until(5);
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
                        crash.broker.onSubmit(order -> {
                            crash.broker.accept(order);
                            return timeOut();
                        });
                        crash.until(5);
                        crash.process.dieAtCommitOf(moment, "update orders");
                        crash.until(6);
                    });
        }
        for (Moment moment : Moment.values()) {
            stories.only(
                    OrderState.IN_DOUBT,
                    "the last look-up does not find it",
                    moment.of("the commit"),
                    ONLY_DOUBT,
                    crash -> {
                        crash.broker.onSubmit(_ -> timeOut());
                        crash.until(5);
                        crash.process.dieAtCommitOf(moment, "update orders");
                        crash.until(65);
                    });
        }
    }

    /// Another rule takes the place of the one whose order waits to be sent.
    private void givenUp() {
        for (Moment moment : Moment.values()) {
            stories.only(
                    OrderState.INTENT,
                    "given up before it is sent",
                    moment.of("the commit"),
                    HAS_LEFT,
                    crash -> {
                        crash.broker.onSubmit(_ ->
                                new SubmitResult.RateLimited(
                                        DenialCode.RATE_LIMITED, Desk.NOON.plusSeconds(60)));
                        crash.until(5);
                        crash.flatten();
                        crash.process.dieAtCommitOf(moment, "update orders");
                        crash.until(20);
                    });
        }
    }

    private static SubmitResult timeOut() {
        return new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out"));
    }
}
