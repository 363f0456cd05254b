package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.position.AdoptedPosition;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PnlDay;
import io.opspipeline.domain.position.SessionMid;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.tradestream.rules.BooksRule;
import io.opspipeline.tradestream.rules.Difference;
import io.opspipeline.tradestream.rules.EndRule;
import io.opspipeline.tradestream.rules.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the positions of one account to where the broker's books have them: what only the broker
/// holds is adopted under the strategy of its account, a little later where an order of ours in it
/// has just ended. Where the broker holds less or more than we know, its history is asked why. What
/// it does not explain ends once it was missing often enough.
final class PositionComparison {

    private static final Logger LOG = LoggerFactory.getLogger(PositionComparison.class);

    private final AccountId account;
    private final Positions positions;
    private final OrderLedger ledger;
    private final Bars bars;
    private final Alerts alerts;
    private final EndRule ends;
    private final Confirmations confirmations;
    private final PositionHistory history;
    private final SessionCalendar calendar;
    private final UnsurePositions unsure;

    PositionComparison(
            AccountId account,
            Positions positions,
            OrderLedger ledger,
            Bars bars,
            Alerts alerts,
            EndRule ends,
            Confirmations confirmations,
            PositionHistory history,
            SessionCalendar calendar) {
        this.account = account;
        this.positions = positions;
        this.ledger = ledger;
        this.bars = bars;
        this.alerts = alerts;
        this.ends = ends;
        this.confirmations = confirmations;
        this.history = history;
        this.calendar = calendar;
        this.unsure = new UnsurePositions(account, ledger);
    }

    /// Compares.
    ///
    /// @param broker the broker's positions, read before the orders were brought up to date, so
    ///   that every fill behind them is booked by now
    /// @param again reads them once more: what was sold since the first time is no difference
    /// @param unbooked orders that the books know more of than could be booked: what they traded is
    ///   no difference either
    /// @return false when something waits for another comparison, soon
    boolean run(
            List<BrokerPosition> broker,
            Supplier<List<BrokerPosition>> again,
            Strategy strategy,
            Set<ClientOrderId> unbooked,
            Instant asOf) {
        broker.stream()
                .filter(theirs -> theirs.fraction().signum() > 0)
                .forEach(theirs -> tellFraction(theirs, asOf));
        List<Difference> found =
                lasting(
                        BooksRule.compare(broker, positions.held(account), moving(unbooked)),
                        again);
        confirmations.count(missing(found), asOf);
        unsure.note(found, asOf);
        boolean isSettled = true;
        for (Difference difference : found) {
            switch (difference) {
                case Difference.BrokerOnly(var theirs) when unsure.mustWait(theirs, asOf) ->
                        isSettled = false;
                case Difference.BrokerOnly(var theirs) -> adopt(theirs, strategy, asOf);
                case Difference.DatabaseOnly(var ours) -> gone(ours, asOf);
                case Difference.OtherQuantity(var theirs, var ours) ->
                        changed(theirs, ours, strategy, asOf);
                case Difference.SoldShort(var theirs) ->
                        tell(
                                Alerts.Severity.CRITICAL,
                                "short " + symbol(theirs) + " " + theirs.quantity(),
                                "%s: the broker holds %d, and nobody here sells short"
                                        .formatted(symbol(theirs), theirs.quantity()),
                                asOf);
            }
        }
        return isSettled;
    }

    private void tellFraction(BrokerPosition theirs, Instant asOf) {
        tell(
                Alerts.Severity.WARNING,
                "fraction %s %s".formatted(symbol(theirs), theirs.fraction().toPlainString()),
                "%s: the broker holds %s of a share beyond %d whole ones: bought by somebody else, and left alone"
                        .formatted(
                                symbol(theirs),
                                theirs.fraction().toPlainString(),
                                Math.abs(theirs.quantity())),
                asOf);
    }

    private static List<Difference> lasting(
            List<Difference> found, Supplier<List<BrokerPosition>> again) {
        if (found.isEmpty()) {
            return found;
        }
        Map<Instrument, Integer> now =
                again.get().stream()
                        .collect(
                                Collectors.toMap(
                                        BrokerPosition::instrument,
                                        BrokerPosition::quantity,
                                        (_, last) -> last));
        return found.stream().filter(difference -> isStillSo(difference, now)).toList();
    }

    private static boolean isStillSo(Difference difference, Map<Instrument, Integer> now) {
        return switch (difference) {
            case Difference.BrokerOnly(var theirs) -> isHeld(theirs, now);
            case Difference.OtherQuantity(var theirs, _) -> isHeld(theirs, now);
            case Difference.SoldShort(var theirs) -> isHeld(theirs, now);
            case Difference.DatabaseOnly(var ours) ->
                    !now.containsKey(ours.position().instrument());
        };
    }

    private static boolean isHeld(BrokerPosition theirs, Map<Instrument, Integer> now) {
        return theirs.quantity() == now.getOrDefault(theirs.instrument(), 0);
    }

    private Set<String> moving(Set<ClientOrderId> unbooked) {
        Stream<Order> known = unbooked.stream().flatMap(id -> ledger.find(account, id).stream());
        return Stream.concat(ledger.working(account).stream(), known)
                .map(Order::request)
                .map(request -> request.instrument().symbol())
                .collect(Collectors.toSet());
    }

    private static Set<Long> missing(List<Difference> found) {
        return found.stream()
                .filter(Difference.DatabaseOnly.class::isInstance)
                .map(each -> ((Difference.DatabaseOnly) each).held().id())
                .collect(Collectors.toSet());
    }

    private void adopt(BrokerPosition theirs, Strategy strategy, Instant asOf) {
        positions.adopt(
                account,
                new AdoptedPosition(
                        theirs.instrument(),
                        theirs.quantity(),
                        theirs.averageEntry(),
                        strategy,
                        theirs.lastClose()
                                .map(close ->
                                        new SessionMid(
                                                PnlDay.of(asOf, calendar).lastSession(), close))),
                asOf);
        tell(
                Alerts.Severity.WARNING,
                "adopted " + symbol(theirs) + " " + asOf,
                "%s: %d at %s found at the broker and adopted; the exits of %s apply"
                        .formatted(
                                symbol(theirs), theirs.quantity(), theirs.averageEntry(), strategy),
                asOf);
    }

    /// What the history explains is believed at once: the positions and it say the same.
    private void gone(HeldPosition ours, Instant asOf) {
        history(ours, 0, asOf)
                .ifPresent(told -> {
                    if (told.isKnown()) {
                        book(ours, told, asOf);
                    } else if (confirmations.areEnough(ours.id())) {
                        end(ours, unexplained(ours, asOf), asOf);
                    }
                });
    }

    private void changed(
            BrokerPosition theirs, HeldPosition ours, Strategy strategy, Instant asOf) {
        Explanation told = history(ours, theirs.quantity(), asOf).orElse(Explanation.NONE);
        book(ours, told, asOf);
        if (told.end().isPresent()) {
            adopt(theirs, strategy, asOf);
        } else if (!told.isKnown()) {
            tell(
                    Alerts.Severity.CRITICAL,
                    "quantity " + ours.id() + " " + theirs.quantity(),
                    "%s: the broker holds %d, we hold %d"
                            .formatted(
                                    symbol(theirs), theirs.quantity(), ours.position().quantity()),
                    asOf);
        }
    }

    /// What the history tells; empty when it cannot be read, and nothing is decided without it.
    private Optional<Explanation> history(HeldPosition ours, int theirs, Instant asOf) {
        try {
            return Optional.of(history.of(ours, theirs, asOf));
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("the history of {} could not be read: {}", account, unavailable.getMessage());
            return Optional.empty();
        }
    }

    private void book(HeldPosition ours, Explanation told, Instant asOf) {
        if (!told.trades().isEmpty()) {
            positions.tradedOutside(account, ours.id(), told.trades(), asOf);
            told.trades().forEach(trade -> tell(ours, trade, asOf));
        }
        told.end().ifPresent(end -> end(ours, end, asOf));
    }

    private void tell(HeldPosition ours, BrokerActivity.Filled trade, Instant asOf) {
        tell(
                Alerts.Severity.WARNING,
                "by hand %d %s %d".formatted(ours.id(), trade.order(), trade.cumulative()),
                "%s: %s %d at %s at the broker, not by us"
                        .formatted(
                                ours.position().instrument().symbol(),
                                trade.side(),
                                trade.quantity(),
                                trade.price()),
                asOf);
    }

    private EndRule.End unexplained(HeldPosition ours, Instant asOf) {
        Instrument instrument = ours.position().instrument();
        return ends.end(
                instrument,
                ends.expiredAt(instrument, asOf)
                        .flatMap(close -> bars.latestBefore(instrument.ticker(), close))
                        .map(Bar::close),
                asOf);
    }

    private void end(HeldPosition ours, EndRule.End end, Instant asOf) {
        end.worth()
                .ifPresentOrElse(
                        worth ->
                                positions.settled(
                                        account,
                                        ours.id(),
                                        end.state(),
                                        worth,
                                        end.reason(),
                                        end.at()),
                        () ->
                                positions.end(
                                        account, ours.id(), end.state(), end.reason(), end.at()));
        tell(
                Alerts.Severity.WARNING,
                "ended " + ours.id(),
                "%s ended as %s: %s"
                        .formatted(
                                ours.position().instrument().symbol(), end.state(), end.reason()),
                asOf);
    }

    private void tell(Alerts.Severity severity, String event, String message, Instant asOf) {
        alerts.raise(
                severity, "books " + account + " " + event, Optional.of(account), message, asOf);
    }

    private static String symbol(BrokerPosition broker) {
        return broker.instrument().symbol();
    }
}
