package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.AccountSenders;
import io.opspipeline.alpaca.http.Reading;
import io.opspipeline.alpaca.http.Request;
import io.opspipeline.alpaca.translation.AccountRow;
import io.opspipeline.alpaca.translation.OrderRow;
import io.opspipeline.alpaca.translation.PositionRow;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireAccount;
import io.opspipeline.alpaca.wire.WireError;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.alpaca.wire.WirePosition;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.OrderUpdate.Source;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The books of each account.
///
/// @param senders of the trading API
public record AlpacaBooks(AccountSenders senders) implements BrokerBooks {

    private static final Logger LOG = LoggerFactory.getLogger(AlpacaBooks.class);

    @Override
    public BrokerAccount account(AccountId account) {
        WireNode body = senders.of(account).read(Request.get("/v2/account"));
        return readable(AccountRow.translate(WireAccount.from(body)), account, body);
    }

    @Override
    public Optional<OrderUpdate> orderByClientId(AccountId account, ClientOrderId id) {
        Request request = byClientId(id);
        return switch (senders.of(account).ask(request)) {
            case Reading.Found(WireNode body) -> Optional.of(readable(order(body), account, body));
            case Reading.Refused(int status, WireError error) when error.isNotFound(status) ->
                    Optional.empty();
            case Reading.Refused(int status, WireError error) ->
                    throw new BrokerUnavailable(
                            "%s: %s: %d: %s".formatted(account, request, status, error.message()));
        };
    }

    @Override
    public List<OrderUpdate> openOrders(AccountId account) {
        return orders(account, OrderPages.list("open"), _ -> true);
    }

    @Override
    public List<OrderUpdate> openOrders(AccountId account, Instrument instrument) {
        return orders(
                account,
                OrderPages.list("open"),
                order -> order.symbol().filter(instrument.symbol()::equals).isPresent());
    }

    /// Alpaca's `after` is exclusive, hence the nanosecond.
    @Override
    public List<OrderUpdate> ordersSince(AccountId account, Instant from) {
        return orders(
                account,
                OrderPages.list("all").with("after", from.minusNanos(1).toString()),
                _ -> true);
    }

    @Override
    public List<BrokerPosition> positions(AccountId account) {
        Request request = Request.get("/v2/positions");
        return OrderPages.rows(senders.of(account), request).stream()
                .map(WirePosition::from)
                .filter(AlpacaBooks::mayBeOurs)
                .map(row -> readable(PositionRow.translate(row), account, row.raw()))
                .toList();
    }

    /// Asks for the order, or the spread, of a name.
    static Request byClientId(ClientOrderId id) {
        return Request.get("/v2/orders:by_client_order_id").with("client_order_id", id.value());
    }

    private static boolean mayBeOurs(WirePosition row) {
        boolean ours = PositionRow.mayBeOurs(row);
        if (!ours) {
            LOG.info("not a position of ours: {}", row.raw());
        }
        return ours;
    }

    private List<OrderUpdate> orders(
            AccountId account, Request request, Predicate<WireOrder> which) {
        return OrderPages.all(senders.of(account), request).stream()
                .filter(row -> !WireOrder.from(row).isMultileg())
                .filter(row -> which.test(WireOrder.from(row)))
                .flatMap(row -> order(row).orSkipped(LOG, row).stream())
                .toList();
    }

    private static Translation<OrderUpdate> order(WireNode row) {
        return OrderRow.translate(WireOrder.from(row), Source.BOOKS);
    }

    private static <T> T readable(Translation<T> row, AccountId account, WireNode raw) {
        return switch (row) {
            case Translation.Read<T>(T value) -> value;
            case Translation.Unreadable<T>(String reason) ->
                    throw new BrokerUnavailable(
                            "books of %s: a row %s: %s".formatted(account, reason, raw));
        };
    }
}
