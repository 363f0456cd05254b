package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.AccountSenders;
import io.opspipeline.alpaca.http.Answer;
import io.opspipeline.alpaca.http.Outcome;
import io.opspipeline.alpaca.http.Reading;
import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.http.RequestSender;
import io.opspipeline.alpaca.wire.OrderBody;
import io.opspipeline.alpaca.wire.SpreadBody;
import io.opspipeline.alpaca.wire.WireError;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.SpreadRequest;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.broker.DoNotExerciseResult;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SpreadResult;
import io.opspipeline.ports.broker.SubmitResult;
import java.time.Instant;
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
        SubmitResult result =
                switch (send(order.account(), order.clientOrderId(), OrderBody.of(order))) {
                    case Sent.Answered(var answer) ->
                            SubmitAnswer.of(order.clientOrderId(), answer);
                    case Sent.Not(var why) -> why;
                };
        LOG.info("order {}: {}", order.clientOrderId(), result);
        return result;
    }

    @Override
    public SpreadResult submit(SpreadRequest spread) {
        SpreadResult result =
                switch (send(spread.account(), spread.clientOrderId(), SpreadBody.of(spread))) {
                    case Sent.Answered(var answer) ->
                            SpreadAnswer.of(spread.clientOrderId(), answer);
                    case Sent.Not(var why) -> why;
                };
        LOG.info("spread {}: {}", spread.clientOrderId(), result);
        return result;
    }

    @Override
    public CancelResult cancel(AccountId account, BrokerOrderId order) {
        String path = ORDERS + "/" + Request.segment(order.value());
        CancelResult result =
                switch (senders.of(account).send(Request.delete(path))) {
                    case Outcome.Answered(Answer answer) -> CancelAnswer.of(answer);
                    case Outcome.Unanswered(String reason) ->
                            new CancelResult.InDoubt(DenialCode.NO_ANSWER.says(reason));
                    case Outcome.HeldBack(var retryAt) ->
                            new CancelResult.InDoubt(heldBack(retryAt));
                    case Outcome.NotSent(Denial why, _) -> new CancelResult.InDoubt(why);
                };
        LOG.info("cancel of {}: {}", order, result);
        return result;
    }

    @Override
    public DoNotExerciseResult doNotExercise(AccountId account, OccSymbol contract) {
        String path = "/v2/positions/" + contract + "/do-not-exercise";
        DoNotExerciseResult result =
                switch (senders.of(account).send(Request.post(path, ""))) {
                    case Outcome.Answered(Answer answer) -> DoNotExerciseAnswer.of(answer);
                    case Outcome.Unanswered(String reason) ->
                            new DoNotExerciseResult.InDoubt(DenialCode.NO_ANSWER.says(reason));
                    case Outcome.HeldBack(var retryAt) ->
                            new DoNotExerciseResult.InDoubt(heldBack(retryAt));
                    case Outcome.NotSent(Denial why, _) -> new DoNotExerciseResult.InDoubt(why);
                };
        LOG.info("do not exercise {}: {}", contract, result);
        return result;
    }

    /// What became of the one request.
    private sealed interface Sent {

        /// There is an answer to read.
        record Answered(Answer answer) implements Sent {}

        /// There is none.
        record Not(SubmitResult.NotAccepted why) implements Sent {}
    }

    private Sent send(AccountId account, ClientOrderId id, String body) {
        RequestSender sender = senders.of(account);
        return switch (sender.send(Request.post(ORDERS, body))) {
            case Outcome.Answered(Answer answer) when answer.isOneTooMany() ->
                    new Sent.Not(
                            new SubmitResult.RateLimited(
                                    DenialCode.RATE_LIMITED, sender.retryAt(answer)));
            case Outcome.Answered(Answer answer) when SubmitAnswer.mayMeanTaken(answer) ->
                    known(sender, id, answer);
            case Outcome.Answered(Answer answer) -> new Sent.Answered(answer);
            case Outcome.Unanswered(String reason) ->
                    new Sent.Not(new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says(reason)));
            case Outcome.HeldBack(var retryAt) ->
                    new Sent.Not(new SubmitResult.RateLimited(DenialCode.REQUEST_LIMIT, retryAt));
            case Outcome.NotSent(Denial why, var retryAt) ->
                    new Sent.Not(new SubmitResult.NotSent(why, retryAt));
        };
    }

    /// The broker's words may change, its books do not lie: an order that they know of this name is
    /// the one that took it, and one that they do not know was refused. Without a clear answer it
    /// is in doubt.
    private static Sent known(RequestSender sender, ClientOrderId id, Answer answer) {
        var inDoubt = new SubmitResult.InDoubt(DenialCode.CLIENT_ID_TAKEN.says(answer.inWords()));
        try {
            return switch (sender.ask(AlpacaBooks.byClientId(id))) {
                case Reading.Found _ -> new Sent.Not(new SubmitResult.Duplicate());
                case Reading.Refused(int status, WireError error) when error.isNotFound(status) ->
                        new Sent.Answered(answer);
                case Reading.Refused _ -> new Sent.Not(inDoubt);
            };
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("{} could not be looked up: {}", id, unavailable.getMessage());
            return new Sent.Not(inDoubt);
        }
    }

    private static Denial heldBack(Instant retryAt) {
        return DenialCode.REQUEST_LIMIT.says("not sent, too many requests until " + retryAt);
    }
}
