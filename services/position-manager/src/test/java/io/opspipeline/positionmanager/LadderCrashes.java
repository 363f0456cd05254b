package io.opspipeline.positionmanager;

import static io.opspipeline.positionmanager.SendingCrashes.ANSWER_COMMIT;
import static io.opspipeline.positionmanager.SendingCrashes.INTENT_COMMIT;
import static io.opspipeline.positionmanager.SendingCrashes.REQUEST;
import static io.opspipeline.testkit.crash.MortalClient.Moment.AFTER;
import static io.opspipeline.testkit.crash.MortalClient.Moment.BEFORE;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.testkit.crash.MortalClient.Moment;
import java.util.List;
import java.util.function.Consumer;

/// The time of an order is over: it is cancelled, its end is confirmed, and the next one of the
/// ladder goes out. The position-manager dies at each of these steps.
///
/// @param stories what they are added to
record LadderCrashes(CloseStories stories) {

    void play() {
        replaced();
        for (boolean fills : List.of(false, true)) {
            cancelled(fills);
        }
        refusedCancel();
        unansweredCancel();
        nextOrder();
    }

    /// A rule that goes before the one that is closed under.
    private void replaced() {
        for (Moment moment : Moment.values()) {
            stories.atWork(
                    "a higher rule takes over",
                    moment.of("the commit of its rule"),
                    crash -> {
                        crash.flatten();
                        crash.process.dieAtCommitOf(moment, "update active_positions set state");
                        crash.run();
                    });
        }
    }

    private void cancelled(boolean fills) {
        String event = fills ? "it fills before our cancel" : "our cancel";
        stories.atWork(
                event,
                BEFORE.of(REQUEST),
                crash ->
                        crash.broker.onCancel(_ -> {
                            fill(crash, fills);
                            throw crash.die("before the request");
                        }));
        stories.atWork(
                event,
                AFTER.of(REQUEST),
                crash ->
                        crash.broker.onCancel(id -> {
                            fill(crash, fills);
                            crash.broker.end(id);
                            throw crash.die("after the request");
                        }));
        confirmed(event, _ -> {}, fills);
    }

    /// The broker does not know the order that it works (fault CANCEL-UNKNOWN).
    private void refusedCancel() {
        String event = "our cancel is refused";
        stories.atWork(
                event,
                AFTER.of(REQUEST),
                crash ->
                        crash.broker.onCancel(_ -> {
                            throw crash.die("after the request");
                        }));
        repeated(event, new CancelResult.Unknown());
    }

    private void unansweredCancel() {
        CancelResult nothing = new CancelResult.InDoubt(DenialCode.NO_ANSWER.says("time-out"));
        for (Moment moment : Moment.values()) {
            stories.atWork(
                    "our cancel arrives, its answer does not",
                    moment.of("the commit of its end"),
                    crash ->
                            crash.broker.onCancel(id -> {
                                crash.broker.end(id);
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
                    crash.broker.onCancel(_ -> answer);
                    crash.broker.onCancel(_ -> {
                        throw crash.die("before the request");
                    });
                });
        stories.atWork(
                event,
                AFTER.of(repeat),
                crash -> {
                    crash.broker.onCancel(_ -> answer);
                    crash.broker.onCancel(id -> {
                        crash.broker.end(id);
                        throw crash.die("after the request");
                    });
                });
        confirmed(event, crash -> crash.broker.onCancel(_ -> answer), false);
    }

    private void confirmed(String event, Consumer<CloseCrash> before, boolean fills) {
        for (Moment moment : Moment.values()) {
            stories.atWork(
                    event,
                    moment.of("the commit of its end"),
                    crash -> {
                        before.accept(crash);
                        crash.broker.onCancel(id -> {
                            fill(crash, fills);
                            CancelResult answer = crash.broker.end(id);
                            crash.dieAt(moment);
                            return answer;
                        });
                    });
        }
    }

    private void nextOrder() {
        String event = "the next order of the ladder";
        for (Moment moment : Moment.values()) {
            stories.atWork(
                    event,
                    moment.of(INTENT_COMMIT),
                    crash -> crash.process.dieAtCommitOf(moment, "insert into orders"));
        }
        stories.atWork(
                event,
                BEFORE.of(REQUEST),
                crash ->
                        crash.broker.onSubmit(_ -> {
                            throw crash.die("before the request");
                        }));
        stories.atWork(
                event,
                AFTER.of(REQUEST),
                crash ->
                        crash.broker.onSubmit(order -> {
                            crash.broker.accept(order);
                            throw crash.die("after the request");
                        }));
        for (Moment moment : Moment.values()) {
            stories.atWork(
                    event,
                    moment.of(ANSWER_COMMIT),
                    crash ->
                            crash.broker.onSubmit(order -> {
                                SubmitResult answer = crash.broker.accept(order);
                                crash.dieAt(moment);
                                return answer;
                            }));
        }
    }

    private static void fill(CloseCrash crash, boolean fills) {
        if (fills) {
            crash.fillRest();
        }
    }
}
