package io.opspipeline.local.flatten;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A broker whose books cannot be read for a time.
final class Outages implements Faults {

    private volatile Instant from = Instant.MAX;
    private volatile Instant until = Instant.MAX;
    private volatile Duration afterSale = Duration.ZERO;

    void unreadable(Instant start, Duration length) {
        until = start.plus(length);
        from = start;
    }

    /// The first sale begins an outage.
    void unreadableAfterSale(Duration length) {
        afterSale = length;
    }

    @Override
    public Optional<Refusal> onSubmit(AccountId account, OrderSubmission submission, Instant at) {
        if (submission.side() == Side.SELL && !afterSale.isZero()) {
            unreadable(at, afterSale);
            afterSale = Duration.ZERO;
        }
        return Optional.empty();
    }

    @Override
    public AnswerFault onAnswer(AccountId account, Request request, Instant at) {
        boolean isOut = !at.isBefore(from) && at.isBefore(until);
        return isOut && request == Request.READ ? AnswerFault.GATEWAY_TIMEOUT : AnswerFault.NONE;
    }
}
