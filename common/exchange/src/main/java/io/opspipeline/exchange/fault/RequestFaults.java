package io.opspipeline.exchange.fault;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// Faults of requests and their answers. Requests of a kind are counted from 1, over all accounts.
public final class RequestFaults {

    private RequestFaults() {}

    /// The n-th request of a kind is carried out, and its answer is lost or spoilt.
    public static FaultSwitch answer(Faults.Request kind, int nth, Faults.AnswerFault fault) {
        return answers(kind, nth, nth, fault);
    }

    /// The same for all requests of a kind from one to another.
    public static FaultSwitch answers(
            Faults.Request kind, int first, int last, Faults.AnswerFault fault) {
        return FaultSwitch.of(
                "the answer to %s %s is %s".formatted(kind, numbers(first, last), fault),
                () ->
                        new Faults() {
                            private final AtomicInteger seen = new AtomicInteger();

                            @Override
                            public AnswerFault onAnswer(
                                    AccountId account, Request request, Instant at) {
                                return request == kind && isIn(seen.incrementAndGet(), first, last)
                                        ? fault
                                        : AnswerFault.NONE;
                            }
                        });
    }

    /// The n-th request of a kind is not carried out.
    public static FaultSwitch request(Faults.Request kind, int nth, Faults.RequestFault fault) {
        return requests(kind, nth, nth, fault);
    }

    /// The same for all requests of a kind from one to another.
    public static FaultSwitch requests(
            Faults.Request kind, int first, int last, Faults.RequestFault fault) {
        return FaultSwitch.of(
                "the request %s %s is %s".formatted(kind, numbers(first, last), fault),
                () ->
                        new Faults() {
                            private final AtomicInteger seen = new AtomicInteger();

                            @Override
                            public RequestFault onRequest(
                                    AccountId account, Request request, Instant at) {
                                return request == kind && isIn(seen.incrementAndGet(), first, last)
                                        ? fault
                                        : RequestFault.NONE;
                            }
                        });
    }

    /// For a while no request of a kind is carried out.
    ///
    /// @param from seconds after the start
    /// @param until seconds after the start, first after it
    public static FaultSwitch requestsBetween(
            Faults.Request kind, int from, int until, Faults.RequestFault fault) {
        return new FaultSwitch(
                "a request %s of seconds %d to %d is %s".formatted(kind, from, until, fault),
                start ->
                        new Faults() {
                            private final Window window = Window.of(start, from, until);

                            @Override
                            public RequestFault onRequest(
                                    AccountId account, Request request, Instant at) {
                                return request == kind && window.holds(at)
                                        ? fault
                                        : RequestFault.NONE;
                            }
                        });
    }

    /// The n-th new order is refused in place of what the venue would say.
    public static FaultSwitch refuse(int nth, Refusal refusal) {
        return refuse(nth, nth, refusal);
    }

    /// The same for all new orders from one to another.
    public static FaultSwitch refuse(int first, int last, Refusal refusal) {
        return FaultSwitch.of(
                "the new order %s is refused: %s"
                        .formatted(numbers(first, last), refusal.message()),
                () ->
                        new Faults() {
                            private final AtomicInteger seen = new AtomicInteger();

                            @Override
                            public Optional<Refusal> onSubmit(
                                    AccountId account, OrderSubmission submission, Instant at) {
                                return isIn(seen.incrementAndGet(), first, last)
                                        ? Optional.of(refusal)
                                        : Optional.empty();
                            }
                        });
    }

    /// Answers whose path contains a text are told with another body.
    ///
    /// @param rewrite the path and the body that would be sent
    public static FaultSwitch body(String part, BiFunction<String, String, String> rewrite) {
        return FaultSwitch.of(
                "the body of %s is another".formatted(part),
                () ->
                        new Faults() {
                            @Override
                            public String onBody(AccountId account, String path, String body) {
                                return path.contains(part) ? rewrite.apply(path, body) : body;
                            }
                        });
    }

    /// For a while the data subscription does not give what lies at paths that contain a text.
    ///
    /// @param from seconds after the start
    /// @param until seconds after the start, first after it
    public static FaultSwitch withheldBetween(String part, int from, int until) {
        return new FaultSwitch(
                "%s is withheld in seconds %d to %d".formatted(part, from, until),
                start ->
                        new Faults() {
                            private final Window window = Window.of(start, from, until);

                            @Override
                            public boolean withholds(AccountId account, String path, Instant at) {
                                return path.contains(part) && window.holds(at);
                            }
                        });
    }

    /// For a while answers whose path contains a text are told with another body.
    ///
    /// @param from seconds after the start
    /// @param until seconds after the start, first after it
    /// @param rewrite the body that would be sent
    public static FaultSwitch bodyBetween(
            String part, int from, int until, UnaryOperator<String> rewrite) {
        return new FaultSwitch(
                "the body of %s is another in seconds %d to %d".formatted(part, from, until),
                start ->
                        new Faults() {
                            private final Window window = Window.of(start, from, until);
                            private volatile Instant now = start;

                            @Override
                            public RequestFault onRequest(
                                    AccountId account, Request request, Instant at) {
                                now = at;
                                return RequestFault.NONE;
                            }

                            @Override
                            public String onBody(AccountId account, String path, String body) {
                                return path.contains(part) && window.holds(now)
                                        ? rewrite.apply(body)
                                        : body;
                            }
                        });
    }

    /// Answers that come in pages have no more rows than this in one, whatever was asked for.
    public static FaultSwitch largestPage(int rows) {
        return FaultSwitch.of(
                "pages have no more than %d rows".formatted(rows),
                () ->
                        new Faults() {
                            @Override
                            public int largestPage() {
                                return rows;
                            }
                        });
    }

    /// What an order did is told before the answer to its POST.
    ///
    /// @param tell sends what waits, and returns when it is handled; true when something waited
    public static FaultSwitch eventsBeforeAnswers(BooleanSupplier tell) {
        return FaultSwitch.of(
                "what an order did is told before its answer",
                () ->
                        new Faults() {
                            @Override
                            public boolean beforeAnswer(AccountId account, Request request) {
                                return request == Request.SUBMIT && tell.getAsBoolean();
                            }
                        });
    }

    /// For a while no key is accepted.
    ///
    /// @param from seconds after the start
    /// @param until seconds after the start, first after it
    public static FaultSwitch keysRevokedBetween(int from, int until) {
        return new FaultSwitch(
                "keys are revoked in seconds %d to %d".formatted(from, until),
                start ->
                        new Faults() {
                            private final Window window = Window.of(start, from, until);

                            @Override
                            public boolean revokes(AccountId account, Instant at) {
                                return window.holds(at);
                            }
                        });
    }

    private static String numbers(int first, int last) {
        return first == last ? "#" + first : "#%d to #%d".formatted(first, last);
    }

    private static boolean isIn(int number, int first, int last) {
        return number >= first && number <= last;
    }
}
