package io.opspipeline.reliability.submit;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.reliability.simulation.Draws;
import io.opspipeline.reliability.world.Boundary;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What becomes of each submit, and of the look-ups and cancels that follow, from one seed. Once
/// enough submits were ambiguous, all goes well. One thread drives it.
final class Fates implements Faults {

    private static final String SUBMIT = "submit";
    private static final Ambiguity[] KINDS = Ambiguity.values();

    /// The last look-up comes after 60 s, the next run of the job within another 60.
    private static final int LAST_LOOK_UP = 60;

    private final RandomGenerator submits;
    private final RandomGenerator others;
    private final RandomGenerator delays;
    private final Map<Ambiguity, Integer> met = new EnumMap<>(Ambiguity.class);
    private int left;
    private Optional<Ambiguity> current = Optional.empty();

    /// @param most how many submits are ambiguous
    Fates(Draws draws, int most) {
        submits = draws.of("submits");
        others = draws.of("other requests");
        delays = draws.of("delays");
        left = most;
    }

    /// True once all goes well.
    boolean isOver() {
        return left == 0;
    }

    /// How often each kind was met.
    Map<Ambiguity, Integer> met() {
        return met;
    }

    /// Whether a process dies at a boundary. Before a submit its fate is drawn.
    boolean killsAt(Boundary boundary) {
        if (!boundary.act().equals(SUBMIT)) {
            return false;
        }
        return switch (boundary.moment()) {
            case BEFORE -> {
                draw();
                yield is(Ambiguity.KILLED_BEFORE);
            }
            case AFTER -> is(Ambiguity.KILLED_AFTER);
        };
    }

    /// How much later than its request the order of the present submit arrives; empty when it does
    /// not travel on its own.
    Optional<Duration> lateness() {
        if (is(Ambiguity.LATE)) {
            return Optional.of(
                    Duration.ofMillis(500L + delays.nextInt(LAST_LOOK_UP * 1_000 - 500)));
        }
        return is(Ambiguity.AFTER_ALL)
                ? Optional.of(Duration.ofMillis(LAST_LOOK_UP * 1_000L + delays.nextInt(90_000)))
                : Optional.empty();
    }

    /// How long an account has no dispatcher after a death.
    Duration untilTakenOver() {
        return Duration.ofMillis(1_000L + delays.nextInt(40_000));
    }

    @Override
    public RequestFault onRequest(AccountId account, Request request, Instant at) {
        return switch (request) {
            case SUBMIT -> current.map(Ambiguity::request).orElse(RequestFault.NONE);
            case READ, CANCEL -> other();
            case PRICES -> RequestFault.NONE;
        };
    }

    @Override
    public AnswerFault onAnswer(AccountId account, Request request, Instant at) {
        return switch (request) {
            case SUBMIT -> current.map(Ambiguity::answer).orElse(AnswerFault.NONE);
            case CANCEL -> hits(0.03) ? AnswerFault.CUT : AnswerFault.NONE;
            case READ -> hits(0.02) ? AnswerFault.UNREADABLE : AnswerFault.NONE;
            case PRICES -> AnswerFault.NONE;
        };
    }

    @Override
    public int mostContracts(OrderView order) {
        return hits(0.3) ? 1 : Integer.MAX_VALUE;
    }

    private RequestFault other() {
        if (hits(0.02)) {
            return RequestFault.CUT;
        }
        if (hits(0.01)) {
            return RequestFault.UNAVAILABLE;
        }
        return hits(0.01) ? RequestFault.UNKNOWN : RequestFault.NONE;
    }

    private void draw() {
        current = isOver() ? Optional.empty() : Optional.of(KINDS[submits.nextInt(KINDS.length)]);
        current.ifPresent(kind -> {
            left--;
            met.merge(kind, 1, Integer::sum);
        });
    }

    private boolean is(Ambiguity kind) {
        return current.filter(kind::equals).isPresent();
    }

    private boolean hits(double chance) {
        return !isOver() && others.nextDouble() < chance;
    }
}
