package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.AccountSenders;
import io.opspipeline.alpaca.http.Reading;
import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.translation.SpreadRow;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireError;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate.Source;
import io.opspipeline.domain.order.SpreadUpdate;
import io.opspipeline.ports.broker.BrokerSpreads;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The spreads of each account.
///
/// @param senders of the trading API
public record AlpacaSpreads(AccountSenders senders) implements BrokerSpreads {

    private static final Logger LOG = LoggerFactory.getLogger(AlpacaSpreads.class);

    @Override
    public Optional<SpreadUpdate> spreadByClientId(AccountId account, ClientOrderId id) {
        Request request =
                Request.get("/v2/orders:by_client_order_id").with("client_order_id", id.value());
        return switch (senders.of(account).ask(request)) {
            case Reading.Found(WireNode body) ->
                    Optional.of(WireOrder.from(body))
                            .filter(WireOrder::isMultileg)
                            .map(order -> readable(order, account));
            case Reading.Refused(int status, WireError error) when error.isNotFound(status) ->
                    Optional.empty();
            case Reading.Refused(int status, WireError error) ->
                    throw new BrokerUnavailable(
                            "%s: %s: %d: %s".formatted(account, request, status, error.message()));
        };
    }

    @Override
    public List<SpreadUpdate> openSpreads(AccountId account) {
        Request request = OrderPages.list("open").with("nested", "true");
        return OrderPages.all(senders.of(account), request).stream()
                .map(WireOrder::from)
                .filter(WireOrder::isMultileg)
                .flatMap(order -> translated(order).orSkipped(LOG, order.raw()).stream())
                .toList();
    }

    private static Translation<SpreadUpdate> translated(WireOrder order) {
        return SpreadRow.translate(order, Source.BOOKS);
    }

    private static SpreadUpdate readable(WireOrder order, AccountId account) {
        return switch (translated(order)) {
            case Translation.Read<SpreadUpdate>(var update) -> update;
            case Translation.Unreadable<SpreadUpdate>(String reason) ->
                    throw new BrokerUnavailable(
                            "books of %s: a spread %s: %s".formatted(account, reason, order.raw()));
        };
    }
}
