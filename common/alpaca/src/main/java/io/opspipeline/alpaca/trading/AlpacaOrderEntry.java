package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.AccountSenders;
import io.opspipeline.alpaca.http.Answer;
import io.opspipeline.alpaca.http.Outcome;
import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.http.RequestSender;
import io.opspipeline.alpaca.wire.OrderBody;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SubmitResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends orders and cancels.
///
/// @param senders of the trading API
public record AlpacaOrderEntry(AccountSenders senders) implements OrderEntry {

    private static final Logger LOG = LoggerFactory.getLogger(AlpacaOrderEntry.class);
    private static final String ORDERS = "/v2/orders";

    @Override
    public SubmitResult submit(OrderRequest order) {
        RequestSender sender = senders.of(order.account());
        Outcome outcome = sender.send(Request.post(ORDERS, OrderBody.of(order)));
        SubmitResult result =
                switch (outcome) {
                    case Outcome.Answered(Answer answer) when answer.isOneTooMany() ->
                            new SubmitResult.RateLimited(sender.retryAt(answer));
                    case Outcome.Answered(Answer answer) ->
                            SubmitAnswer.of(order.clientOrderId(), answer);
                    case Outcome.Unanswered(String reason) -> new SubmitResult.InDoubt(reason);
                    case Outcome.NotSent(var retryAt) -> new SubmitResult.RateLimited(retryAt);
                };
        LOG.info("order {}: {}", order.clientOrderId(), result);
        return result;
    }

    @Override
    public CancelResult cancel(AccountId account, BrokerOrderId order) {
        String path = ORDERS + "/" + Request.segment(order.value());
        CancelResult result =
                switch (senders.of(account).send(Request.delete(path))) {
                    case Outcome.Answered(Answer answer) -> CancelAnswer.of(answer);
                    case Outcome.Unanswered(String reason) -> new CancelResult.InDoubt(reason);
                    case Outcome.NotSent(var retryAt) ->
                            new CancelResult.InDoubt(
                                    "not sent, too many requests until " + retryAt);
                };
        LOG.info("cancel of {}: {}", order, result);
        return result;
    }
}
