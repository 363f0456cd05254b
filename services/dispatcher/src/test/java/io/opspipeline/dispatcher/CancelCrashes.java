package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.RequestCrashesTest.REQUEST;
import static io.opspipeline.testkit.crash.MortalClient.Moment.AFTER;
import static io.opspipeline.testkit.crash.MortalClient.Moment.BEFORE;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.testkit.crash.MortalClient.Moment;
import java.util.List;
import java.util.function.Consumer;

/// The time of a rung is over: its order is cancelled, and the broker does it or does not. The
/// dispatcher dies at each of these steps.
///
/// @param stories what they are added to
record CancelCrashes(CrashStories stories) {

    void play() {
        for (boolean fills : List.of(false, true)) {
            cancelled(fills);
        }
        refused();
        unanswered();
    }

    private void cancelled(boolean fills) {
        String event = fills ? "it fills before our cancel" : "our cancel";
        stories.atWork(
                event,
                BEFORE.of(REQUEST),
                crash ->
                        crash.desk.broker.onCancel(_ -> {
                            fill(crash, fills);
                            throw crash.die("before the request");
                        }));
        stories.atWork(
                event,
                AFTER.of(REQUEST),
                crash ->
                        crash.desk.broker.onCancel(order -> {
                            fill(crash, fills);
                            crash.desk.broker.end(order);
                            throw crash.die("after the request");
                        }));
        confirmed(event, _ -> {}, fills);
    }

    /// The broker does not know the order that it works (fault CANCEL-UNKNOWN).
    private void refused() {
        String event = "our cancel is refused";
        stories.atWork(
                event,
                AFTER.of(REQUEST),
                crash ->
                        crash.desk.broker.onCancel(_ -> {
                            throw crash.die("after the request");
                        }));
        repeated(event, new CancelResult.Unknown());
    }

    private void unanswered() {
        CancelResult nothing = new CancelResult.InDoubt(DenialCode.NO_ANSWER.says("time-out"));
        for (Moment moment : Moment.values()) {
            stories.atWork(
                    "our cancel arrives, its answer does not",
                    moment.of("the commit of its end"),
                    crash ->
                            crash.desk.broker.onCancel(order -> {
                                crash.desk.broker.end(order);
                                crash.dieAt(moment);
                                return nothing;
                            }));
        }
        repeated("our cancel never arrives", nothing);
    }

    /// The first cancel does nothing, and another is sent.
    private void repeated(String event, CancelResult answer) {
        String repeat = "the request that repeats it";
        stories.atWork(
                event,
                BEFORE.of(repeat),
                crash -> {
                    crash.desk.broker.onCancel(_ -> answer);
                    crash.desk.broker.onCancel(_ -> {
                        throw crash.die("before the request");
                    });
                });
        stories.atWork(
                event,
                AFTER.of(repeat),
                crash -> {
                    crash.desk.broker.onCancel(_ -> answer);
                    crash.desk.broker.onCancel(order -> {
                        crash.desk.broker.end(order);
                        throw crash.die("after the request");
                    });
                });
        confirmed(event, crash -> crash.desk.broker.onCancel(_ -> answer), false);
    }

    private void confirmed(String event, Consumer<EntryCrash> before, boolean fills) {
        for (Moment moment : Moment.values()) {
            stories.atWork(
                    event,
                    moment.of("the commit of its end"),
                    crash -> {
                        before.accept(crash);
                        crash.desk.broker.onCancel(order -> {
                            fill(crash, fills);
                            CancelResult answer = crash.desk.broker.end(order);
                            crash.dieAt(moment);
                            return answer;
                        });
                    });
        }
    }

    private static void fill(EntryCrash crash, boolean fills) {
        if (fills) {
            crash.fillRest();
        }
    }
}
