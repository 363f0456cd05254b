package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.DoNotExerciseResult;
import io.opspipeline.ports.broker.OrderEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Looks at contracts that are still held shortly before their end (trading rules, section 9,
/// EXPIRY): a person is told of each, and the broker not to exercise what the account cannot fund.
/// One after the other, by symbol, takes its part of what the account has.
final class ExerciseGuard {

    /// Still held so long before the close of its expiry session: it could be exercised.
    private static final Duration RISK = Duration.ofMinutes(40);

    /// What was funded is looked at again after so long: the money may go elsewhere.
    private static final Duration AGAIN = Duration.ofSeconds(60);

    /// What the broker refused for now is asked for again after so long.
    private static final Duration REFUSED_PAUSE = Duration.ofSeconds(15);

    private final AccountId account;
    private final OrderEntry broker;
    private final BrokerBooks books;
    private final Alerts alerts;
    private final ForcedExits forced;

    /// Positions that the broker will not exercise.
    private final Set<Long> spared = ConcurrentHashMap.newKeySet();

    /// Positions that the broker will exercise, whatever we say.
    private final Set<Long> exercised = ConcurrentHashMap.newKeySet();

    /// Positions that the broker would not spare so far, and when it was asked last.
    private final Map<Long, Instant> refused = new ConcurrentHashMap<>();

    /// Positions that could be paid, and when that was seen last.
    private final Map<Long, Instant> funded = new ConcurrentHashMap<>();

    ExerciseGuard(
            AccountId account,
            OrderEntry broker,
            BrokerBooks books,
            Alerts alerts,
            ForcedExits forced) {
        this.account = account;
        this.broker = broker;
        this.books = books;
        this.alerts = alerts;
        this.forced = forced;
    }

    /// A contract that is about to end.
    private record Expiring(long id, Instrument.Option option, int contracts) {}

    /// Decides about all that the account holds; without a clear answer of the broker at the next
    /// look again.
    void look(List<HeldPosition> held, Instant asOf) {
        List<Expiring> near =
                held.stream()
                        .flatMap(each -> expiring(each, asOf).stream())
                        .sorted(Comparator.comparing(each -> each.option().symbol()))
                        .toList();
        List<Expiring> open = near.stream().filter(each -> isOpen(each, asOf)).toList();
        if (open.isEmpty()) {
            return;
        }
        try {
            var means = new ExerciseMeans(books.account(account).cash(), books.positions(account));
            near.stream()
                    .filter(each -> exercised.contains(each.id()) || mustWait(each, asOf))
                    .forEach(each -> means.take(each.option(), each.contracts()));
            near.stream()
                    .filter(each -> !isSettled(each) && !mustWait(each, asOf))
                    .forEach(each -> decide(each, means, asOf));
        } catch (BrokerUnavailable unavailable) {
            open.forEach(each -> undecided(each, "the account could not be read", asOf));
        }
    }

    private Optional<Expiring> expiring(HeldPosition held, Instant asOf) {
        return held.position().instrument() instanceof Instrument.Option option
                        && isNear(forced.expirySession(option), asOf)
                ? Optional.of(new Expiring(held.id(), option, held.position().quantity()))
                : Optional.empty();
    }

    private static boolean isNear(Session expiry, Instant asOf) {
        return expiry.contains(asOf) && !asOf.isBefore(expiry.close().minus(RISK));
    }

    private boolean isOpen(Expiring each, Instant asOf) {
        return !isSettled(each)
                && !mustWait(each, asOf)
                && !funded.getOrDefault(each.id(), Instant.MIN).isAfter(asOf.minus(AGAIN));
    }

    private boolean mustWait(Expiring each, Instant asOf) {
        return refused.getOrDefault(each.id(), Instant.MIN).isAfter(asOf.minus(REFUSED_PAUSE));
    }

    private boolean isSettled(Expiring each) {
        return spared.contains(each.id()) || exercised.contains(each.id());
    }

    private void decide(Expiring each, ExerciseMeans means, Instant asOf) {
        if (means.cover(each.option(), each.contracts())) {
            fund(each, means, asOf);
        } else {
            spare(each, means, asOf);
        }
    }

    private void fund(Expiring each, ExerciseMeans means, Instant asOf) {
        means.take(each.option(), each.contracts());
        if (funded.put(each.id(), asOf) == null) {
            tell("expires-funded", each, "which the account has", asOf);
        }
    }

    private void spare(Expiring each, ExerciseMeans means, Instant asOf) {
        funded.remove(each.id());
        switch (broker.doNotExercise(account, each.option().contract())) {
            case DoNotExerciseResult.Accepted() -> {
                spared.add(each.id());
                tell(
                        "expires-held",
                        each,
                        "which the account has not: the broker was told not to exercise",
                        asOf);
            }
            case DoNotExerciseResult.Refused refusal -> {
                means.take(each.option(), each.contracts());
                refused(each, refusal, asOf);
            }
            case DoNotExerciseResult.InDoubt(var denial) ->
                    undecided(each, denial.toString(), asOf);
        }
    }

    /// Only what no later request could change is an end: a key that is being changed, or an answer
    /// of the edge, is asked again.
    private void refused(Expiring each, DoNotExerciseResult.Refused refusal, Instant asOf) {
        if (!isFinal(refusal.reason())) {
            refused.put(each.id(), asOf);
            undecided(each, refusal.denial().toString(), asOf);
            return;
        }
        exercised.add(each.id());
        tell(
                "expires-held",
                each,
                "which the account has not, and the broker will exercise: " + refusal.denial(),
                asOf);
    }

    private static boolean isFinal(DenialCode reason) {
        return reason == DenialCode.NO_EXERCISE_TOO_LATE
                || reason == DenialCode.NO_EXERCISE_UNSUPPORTED;
    }

    private void tell(String event, Expiring each, String rest, Instant asOf) {
        critical(
                event,
                "%d of %s are still held on their expiry day; exercise takes %s, %s"
                        .formatted(
                                each.contracts(),
                                each.option().symbol(),
                                ExerciseMeans.need(each.option(), each.contracts()),
                                rest),
                each,
                asOf);
    }

    private void undecided(Expiring each, String reason, Instant asOf) {
        critical(
                "expires-undecided",
                "%s is still held on its expiry day, and it is not known whether it is exercised: %s"
                        .formatted(each.option().symbol(), reason),
                each,
                asOf);
    }

    private void critical(String event, String message, Expiring each, Instant asOf) {
        alerts.raise(
                Alerts.Severity.CRITICAL,
                event + " " + each.option().symbol() + " " + account,
                Optional.of(account),
                message,
                asOf);
    }
}
