package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.AlpacaHost;
import io.opspipeline.alpaca.http.NoAnswerException;
import io.opspipeline.alpaca.http.Reply;
import io.opspipeline.alpaca.wire.WireError;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.OrderUpdate.Source;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SubmitResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// The one door to the market, at Alpaca.
public final class AlpacaOrderEntry implements OrderEntry {

    private static final String ORDERS = "/v2/orders";
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final int DUPLICATE_CODE = 40010001;
    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    private final Function<AccountId, AlpacaHost> hosts;
    private final Clock clock;

    /// @param hosts the trading host of an account
    /// @param clock for answers that tell no time
    public AlpacaOrderEntry(Function<AccountId, AlpacaHost> hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    @Override
    public SubmitResult submit(OrderRequest order) {
        AlpacaHost host = hosts.apply(order.account());
        Optional<Instant> later = host.permitOrder();
        if (later.isPresent()) {
            return new SubmitResult.RateLimited(later.get());
        }
        try {
            return result(host.post(ORDERS, OrderJson.of(order)));
        } catch (NoAnswerException e) {
            return new SubmitResult.InDoubt(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public CancelResult cancel(AccountId account, BrokerOrderId order) {
        AlpacaHost host = hosts.apply(account);
        try {
            return result(host.delete(ORDERS + "/" + order.value()), order);
        } catch (NoAnswerException e) {
            return new CancelResult.InDoubt(String.valueOf(e.getMessage()));
        }
    }

    private SubmitResult result(Reply reply) {
        if (reply.isSuccess()) {
            return accepted(reply);
        }
        if (reply.isRateLimited()) {
            return new SubmitResult.RateLimited(
                    reply.limitResetsAt().orElseGet(() -> clock.instant().plus(RATE_WINDOW)));
        }
        if (reply.isRefusal()) {
            return refused(reply);
        }
        return new SubmitResult.InDoubt("%d %s".formatted(reply.status(), reply.error().message()));
    }

    private SubmitResult accepted(Reply reply) {
        Optional<OrderUpdate> update =
                reply.json()
                        .filter(WireNode::isObject)
                        .map(WireOrder::from)
                        .flatMap(order -> OrderWords.update(order, Source.ANSWER, clock.instant()));
        return update.<SubmitResult>map(SubmitResult.Accepted::new)
                .orElseGet(() ->
                        new SubmitResult.InDoubt(reply.status() + " with an unreadable body"));
    }

    /// The words of a duplicate vary; its status and code do not, but other faults share them.
    private static SubmitResult refused(Reply reply) {
        WireError error = reply.error();
        int code = error.code().orElse(0);
        boolean aboutId = error.message().replace('_', ' ').contains("client order id");
        if (reply.status() == UNPROCESSABLE
                && code == DUPLICATE_CODE
                && aboutId
                && error.message().contains("unique")) {
            return new SubmitResult.Duplicate();
        }
        return new SubmitResult.Refused(reply.status(), code, error.message());
    }

    private static CancelResult result(Reply reply, BrokerOrderId order) {
        if (reply.isSuccess()) {
            return new CancelResult.Accepted();
        }
        return switch (reply.status()) {
            case NOT_FOUND -> new CancelResult.Unknown();
            case UNPROCESSABLE -> new CancelResult.AlreadyEnded(reply.error().message());
            default ->
                    new CancelResult.InDoubt(
                            "cancel of %s: %d %s"
                                    .formatted(order, reply.status(), reply.error().message()));
        };
    }
}
