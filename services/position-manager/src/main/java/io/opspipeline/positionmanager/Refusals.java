package io.opspipeline.positionmanager;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.denial.Reaction;
import io.opspipeline.domain.order.Order;
import io.opspipeline.ports.alert.Alerts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts the refused orders of each close: what was refused decides when and how it goes on, and a
/// person is told.
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 6;
    private static final Duration LONGEST_PAUSE = FIRST_PAUSE.multipliedBy(1L << DOUBLINGS);
    private static final Duration MARKET_PAUSE = Duration.ofSeconds(60);
    private static final int CRITICAL_FROM = 3;

    private final Alerts alerts;
    private final TradingPauses pauses;
    private final Map<Long, Refused> closes = new HashMap<>();

    /// Positions whose close was refused over a wash trade.
    private final Set<Long> washed = new HashSet<>();

    Refusals(Alerts alerts, TradingPauses pauses) {
        this.alerts = alerts;
        this.pauses = pauses;
    }

    /// The refusals of one close, since an order of it was at work.
    private record Refused(int count, Denial last) {

        Refused and(Denial next) {
            return new Refused(count + 1, next);
        }
    }

    /// What there is to sell cannot be sold.
    static Denial notFree(int toSell) {
        return DenialCode.NOT_HELD_AT_BROKER.says(
                "none of the %d to sell is held at the broker and free of other orders"
                        .formatted(toSell));
    }

    /// Why an order ended that should have filled.
    static Denial of(Order ended) {
        return ended.denial()
                .orElseGet(
                        () -> DenialCode.CANCELED_AT_BROKER.says(ended.state() + " by the broker"));
    }

    /// Takes a refusal.
    ///
    /// @return how long to wait
    synchronized Duration next(Closing closing, Denial denial, Instant at) {
        Refused now =
                closes.merge(
                        closing.positionId(),
                        new Refused(1, denial),
                        (before, _) -> before.and(denial));
        if (denial.code() == DenialCode.WASH_TRADE) {
            washed.add(closing.positionId());
        }
        tell(closing, now, at);
        return switch (denial.code().reaction()) {
            case PAUSES -> LONGEST_PAUSE;
            case WAITS -> MARKET_PAUSE;
            case ENDS, TELLS, COMPARES, REPEATS, LOOKS_UP ->
                    FIRST_PAUSE.multipliedBy(1L << Math.min(now.count() - 1, DOUBLINGS));
        };
    }

    /// True when the last refusal was over what is held: the broker's books are read before more is
    /// offered.
    synchronized boolean mustCompare(Closing closing) {
        return Optional.ofNullable(closes.get(closing.positionId()))
                .map(refused -> refused.last().code().reaction() == Reaction.COMPARES)
                .orElse(false);
    }

    /// False once the broker saw a wash trade: a market order could trade with any order on the
    /// other side, and is refused for as long as one is there.
    synchronized boolean mayUseMarket(Closing closing) {
        return !washed.contains(closing.positionId());
    }

    /// A person who cannot be told must not keep the close from going on.
    private void tell(Closing closing, Refused refused, Instant at) {
        try {
            if (refused.count() == 1 || refused.count() == CRITICAL_FROM) {
                alert(closing, refused, at);
            }
            if (refused.last().code().reaction() == Reaction.PAUSES) {
                pause(closing, refused.last(), at);
            }
        } catch (RuntimeException untold) {
            LOG.error(
                    "refusal of {} not told: {}",
                    closing.instrument().symbol(),
                    refused.last(),
                    untold);
        }
    }

    private void alert(Closing closing, Refused refused, Instant at) {
        alerts.raise(
                refused.count() == 1 ? Alerts.Severity.WARNING : Alerts.Severity.CRITICAL,
                "close-refused %s %s %d"
                        .formatted(closing.id(1), NewYork.dateOf(at), refused.count()),
                Optional.of(closing.account()),
                "the close of %s under %s was refused %d times: %s"
                        .formatted(
                                closing.instrument().symbol(),
                                closing.rule(),
                                refused.count(),
                                refused.last()),
                at);
    }

    /// Whoever may not sell may not buy either.
    private void pause(Closing closing, Denial denial, Instant at) {
        pauses.pause(
                closing.account(),
                denial.toString(),
                Optional.empty(),
                "the close of %s was refused. %s %s (%s)"
                        .formatted(
                                closing.instrument().symbol(),
                                denial.code().meaning(),
                                denial.code().remedy(),
                                denial),
                at);
    }

    /// What was refused before delays nothing from here on: an order is at work, or another rule
    /// takes the close over. That one was refused over a wash trade is remembered.
    synchronized void beginAnew(long positionId) {
        closes.remove(positionId);
    }

    synchronized void forget(long positionId) {
        closes.remove(positionId);
        washed.remove(positionId);
    }
}
