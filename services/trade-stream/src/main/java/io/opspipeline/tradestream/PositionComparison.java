package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.position.AdoptedPosition;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.tradestream.rules.BooksRule;
import io.opspipeline.tradestream.rules.Difference;
import io.opspipeline.tradestream.rules.EndRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings the positions of one account to where the broker's books have them: what only the broker
/// holds is adopted under the strategy of its account, what only we hold ends once that was seen
/// often enough.
final class PositionComparison {

    private final AccountId account;
    private final Positions positions;
    private final OrderLedger ledger;
    private final Bars bars;
    private final Alerts alerts;
    private final EndRule ends;
    private final Confirmations confirmations;

    PositionComparison(
            AccountId account,
            Positions positions,
            OrderLedger ledger,
            Bars bars,
            Alerts alerts,
            EndRule ends,
            Confirmations confirmations) {
        this.account = account;
        this.positions = positions;
        this.ledger = ledger;
        this.bars = bars;
        this.alerts = alerts;
        this.ends = ends;
        this.confirmations = confirmations;
    }

    /// Compares.
    ///
    /// @param broker the broker's positions, read before the orders were brought up to date, so
    ///   that every fill behind them is booked by now
    void run(List<BrokerPosition> broker, Strategy strategy, Instant asOf) {
        List<Difference> found = BooksRule.compare(broker, positions.held(account), atWork());
        confirmations.count(missing(found), asOf);
        for (Difference difference : found) {
            switch (difference) {
                case Difference.BrokerOnly(var theirs) -> adopt(theirs, strategy, asOf);
                case Difference.DatabaseOnly(var ours) -> endIfConfirmed(ours, asOf);
                case Difference.OtherQuantity(var theirs, var ours) ->
                        tell(
                                Alerts.Severity.CRITICAL,
                                "quantity " + ours.id() + " " + theirs.quantity(),
                                "%s: the broker holds %d, we hold %d"
                                        .formatted(
                                                symbol(theirs),
                                                theirs.quantity(),
                                                ours.position().quantity()),
                                asOf);
                case Difference.SoldShort(var theirs) ->
                        tell(
                                Alerts.Severity.CRITICAL,
                                "short " + symbol(theirs) + " " + theirs.quantity(),
                                "%s: the broker holds %d, and nobody here sells short"
                                        .formatted(symbol(theirs), theirs.quantity()),
                                asOf);
            }
        }
    }

    private Set<String> atWork() {
        return ledger.working(account).stream()
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
                        theirs.instrument(), theirs.quantity(), theirs.averageEntry(), strategy),
                asOf);
        tell(
                Alerts.Severity.WARNING,
                "adopted " + symbol(theirs) + " " + asOf,
                "%s: %d at %s found at the broker and adopted; the exits of %s apply"
                        .formatted(
                                symbol(theirs), theirs.quantity(), theirs.averageEntry(), strategy),
                asOf);
    }

    private void endIfConfirmed(HeldPosition ours, Instant asOf) {
        if (!confirmations.areEnough(ours.id())) {
            return;
        }
        Instrument instrument = ours.position().instrument();
        EndRule.End end =
                ends.end(
                        instrument,
                        ends.expiredAt(instrument, asOf)
                                .flatMap(close -> bars.latestBefore(instrument.ticker(), close))
                                .map(Bar::close),
                        asOf);
        positions.end(account, ours.id(), end.state(), end.reason(), asOf);
        tell(
                Alerts.Severity.WARNING,
                "ended " + ours.id(),
                "%s ended as %s: %s".formatted(instrument.symbol(), end.state(), end.reason()),
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
