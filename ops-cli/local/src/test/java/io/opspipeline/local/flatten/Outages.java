package io.opspipeline.local.flatten;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.PlacedOrder;
import io.opspipeline.exchange.venue.Refusal;
import io.opspipeline.exchange.venue.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A broker whose books cannot be read for a time, that takes no sales, or that ends no order.
final class Outages implements Faults {

    private volatile Instant from = Instant.MAX;
    private volatile Instant until = Instant.MAX;
    private volatile Duration afterSale = Duration.ZERO;
    private volatile Optional<String> stuck = Optional.empty();
    private volatile Optional<String> unfilled = Optional.empty();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger lostAnswers = new AtomicInteger();

    void unreadable(Instant start, Duration length) {
        until = start.plus(length);
        from = start;
    }

    /// The first sale begins an outage.
    void unreadableAfterSale(Duration length) {
        afterSale = length;
    }

    /// The next sales are refused.
    void refuseSales(int count) {
        refusals.set(count);
    }

    /// The answers to the next submissions never say what became of them.
    void loseAnswers(int count) {
        lostAnswers.set(count);
    }

    /// Orders of a symbol do not end when they are cancelled, and nobody takes them.
    void halt(String symbol) {
        stuck = Optional.of(symbol);
    }

    /// Nobody takes an offer of a symbol with a limit.
    void leaveOffers(String symbol) {
        unfilled = Optional.of(symbol);
    }

    @Override
    public boolean holdsCancel(PlacedOrder order) {
        return order instanceof OrderView view
                && stuck.filter(view.instrument().symbol()::equals).isPresent();
    }

    @Override
    public int mostContracts(OrderView order) {
        String symbol = order.instrument().symbol();
        boolean isLeft =
                order.side() == Side.SELL
                        && (stuck.filter(symbol::equals).isPresent()
                                || (unfilled.filter(symbol::equals).isPresent()
                                        && order.limit().isPresent()));
        return isLeft ? 0 : Integer.MAX_VALUE;
    }

    @Override
    public Optional<Refusal> onSubmit(AccountId account, OrderSubmission submission, Instant at) {
        if (submission.side() == Side.SELL && !afterSale.isZero()) {
            unreadable(at, afterSale);
            afterSale = Duration.ZERO;
        }
        return submission.side() == Side.SELL && isNext(refusals)
                ? Optional.of(
                        new Refusal(RefusalReason.ACCOUNT_SUSPENDED, "not now", new TreeMap<>()))
                : Optional.empty();
    }

    @Override
    public AnswerFault onAnswer(AccountId account, Request request, Instant at) {
        if (request == Request.SUBMIT && isNext(lostAnswers)) {
            return AnswerFault.GATEWAY_TIMEOUT;
        }
        boolean isOut = !at.isBefore(from) && at.isBefore(until);
        return isOut && request == Request.READ ? AnswerFault.GATEWAY_TIMEOUT : AnswerFault.NONE;
    }

    private static boolean isNext(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }
}
