package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.DoNotExerciseResult;
import io.opspipeline.ports.broker.OrderEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Looks at contracts that are still held shortly before their end (trading rules, section 9,
/// EXPIRY): a person is told of each, and the broker not to exercise what the account cannot fund.
/// A call takes cash at its strike, a put takes shares.
final class ExerciseGuard {

    /// Still held so long before the close of its expiry session: it could be exercised.
    private static final Duration RISK = Duration.ofMinutes(40);

    private final AccountId account;
    private final OrderEntry broker;
    private final BrokerBooks books;
    private final Alerts alerts;
    private final ForcedExits forced;
    private final Set<Long> decided = ConcurrentHashMap.newKeySet();

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

    /// Decides once for each position; without a clear answer of the broker at the next look again.
    void look(HeldPosition held, Instant asOf) {
        if (held.position().instrument() instanceof Instrument.Option option
                && isNear(forced.expirySession(option), asOf)
                && !decided.contains(held.id())) {
            try {
                decide(held, option, asOf);
            } catch (BrokerUnavailable unavailable) {
                undecided(held, "the account could not be read", asOf);
            }
        }
    }

    private static boolean isNear(Session expiry, Instant asOf) {
        return expiry.contains(asOf) && !asOf.isBefore(expiry.close().minus(RISK));
    }

    private void decide(HeldPosition held, Instrument.Option option, Instant asOf) {
        int contracts = held.position().quantity();
        if (isFunded(option, contracts)) {
            tell(held, option, "which the account has", asOf);
            return;
        }
        switch (broker.doNotExercise(account, option.contract())) {
            case DoNotExerciseResult.Accepted() ->
                    tell(
                            held,
                            option,
                            "which the account has not: the broker was told not to exercise",
                            asOf);
            case DoNotExerciseResult.Refused refused ->
                    tell(
                            held,
                            option,
                            "which the account has not, and the broker will exercise: "
                                    + refused.denial(),
                            asOf);
            case DoNotExerciseResult.InDoubt(var denial) ->
                    undecided(held, denial.toString(), asOf);
        }
    }

    private boolean isFunded(Instrument.Option option, int contracts) {
        return switch (option.contract().right()) {
            case CALL -> !cost(option, contracts).exceeds(books.account(account).cash());
            case PUT -> sharesHeld(option) >= shares(option, contracts);
        };
    }

    private long sharesHeld(Instrument.Option option) {
        return books.positions(account).stream()
                .filter(each -> each.instrument() instanceof Instrument.Stock)
                .filter(each -> each.instrument().ticker().equals(option.ticker()))
                .mapToLong(BrokerPosition::quantity)
                .sum();
    }

    private static Money cost(Instrument.Option option, int contracts) {
        return option.value(option.contract().strike(), contracts);
    }

    private static long shares(Instrument.Option option, int contracts) {
        return (long) contracts * option.multiplier();
    }

    private void tell(HeldPosition held, Instrument.Option option, String rest, Instant asOf) {
        decided.add(held.id());
        int contracts = held.position().quantity();
        String need =
                option.contract().right() == Right.CALL
                        ? cost(option, contracts).toString()
                        : shares(option, contracts) + " shares";
        critical(
                "expires-held",
                "%d of %s are still held on their expiry day; exercise takes %s, %s"
                        .formatted(contracts, option.symbol(), need, rest),
                held,
                asOf);
    }

    private void undecided(HeldPosition held, String reason, Instant asOf) {
        critical(
                "expires-undecided",
                "%s is still held on its expiry day, and it is not known whether it is exercised: %s"
                        .formatted(held.position().instrument().symbol(), reason),
                held,
                asOf);
    }

    private void critical(String event, String message, HeldPosition held, Instant asOf) {
        alerts.raise(
                Alerts.Severity.CRITICAL,
                event + " " + held.position().instrument().symbol() + " " + account,
                Optional.of(account),
                message,
                asOf);
    }
}
