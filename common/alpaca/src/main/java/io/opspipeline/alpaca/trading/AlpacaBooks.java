package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.AlpacaHost;
import io.opspipeline.alpaca.http.Query;
import io.opspipeline.alpaca.http.Reply;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireAccount;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.alpaca.wire.WirePosition;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.OrderUpdate.Source;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Alpaca's books of an account.
public final class AlpacaBooks implements BrokerBooks {

    private static final Logger LOG = LoggerFactory.getLogger(AlpacaBooks.class);

    private static final int PAGE = 500;
    private static final int NOT_FOUND = 404;

    private final Function<AccountId, AlpacaHost> hosts;
    private final Clock clock;

    /// @param hosts the trading host of an account
    /// @param clock for rows that tell no time
    public AlpacaBooks(Function<AccountId, AlpacaHost> hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    @Override
    public BrokerAccount account(AccountId account) {
        WireNode row = read(account, "/v2/account", Query.NONE);
        return switch (Translation.of(() -> account(WireAccount.from(row)))) {
            case Translation.Read<BrokerAccount>(BrokerAccount read) -> read;
            case Translation.Unreadable<BrokerAccount>(String reason) ->
                    throw new BrokerUnavailable("account " + account + ": " + reason);
        };
    }

    @Override
    public Optional<OrderUpdate> orderByClientId(AccountId account, ClientOrderId id) {
        Query query = Query.NONE.with("client_order_id", id.value());
        Reply reply = hosts.apply(account).get("/v2/orders:by_client_order_id", query);
        if (reply.status() == NOT_FOUND) {
            return Optional.empty();
        }
        WireNode row = readable(reply, "order " + id);
        return Optional.of(
                update(row)
                        .orElseThrow(
                                () -> new BrokerUnavailable("order " + id + " cannot be read")));
    }

    @Override
    public List<OrderUpdate> openOrders(AccountId account) {
        return orders(account, Query.NONE.with("status", "open"), Optional.empty());
    }

    @Override
    public List<OrderUpdate> ordersSince(AccountId account, Instant from) {
        return orders(account, Query.NONE.with("status", "all"), Optional.of(from.minusNanos(1)));
    }

    @Override
    public List<BrokerPosition> positions(AccountId account) {
        List<BrokerPosition> positions = new ArrayList<>();
        for (WireNode row : read(account, "/v2/positions", Query.NONE).rows()) {
            Translation.of(() -> position(WirePosition.from(row)))
                    .orSkipped(LOG, row)
                    .ifPresent(positions::add);
        }
        return List.copyOf(positions);
    }

    /// Every page, oldest first: the next one starts after the last row's submission.
    private List<OrderUpdate> orders(AccountId account, Query query, Optional<Instant> after) {
        List<OrderUpdate> orders = new ArrayList<>();
        Optional<Instant> from = after;
        List<WireNode> page;
        do {
            Query paged = query.with("limit", PAGE).with("direction", "asc").with("after", from);
            page = read(account, "/v2/orders", paged).rows();
            page.forEach(row -> update(row).ifPresent(orders::add));
            from = page.isEmpty() ? from : page.getLast().instant("submitted_at").or(() -> after);
        } while (page.size() == PAGE);
        return List.copyOf(orders);
    }

    private Optional<OrderUpdate> update(WireNode row) {
        WireOrder order = WireOrder.from(row);
        return order.isMultileg()
                ? Optional.empty()
                : OrderWords.update(order, Source.BOOKS, clock.instant());
    }

    private WireNode read(AccountId account, String path, Query query) {
        return readable(hosts.apply(account).get(path, query), path);
    }

    private static WireNode readable(Reply reply, String what) {
        if (!reply.isSuccess()) {
            throw new BrokerUnavailable(
                    "%s: %d %s".formatted(what, reply.status(), reply.error().message()));
        }
        return reply.json()
                .orElseThrow(() -> new BrokerUnavailable(what + ": the answer is no JSON"));
    }

    private static BrokerAccount account(WireAccount row) {
        return new BrokerAccount(
                Translation.need(row.number(), "account_number"),
                Translation.need(row.status(), "status"),
                row.tradingBlocked().orElse(true)
                        || row.accountBlocked().orElse(true)
                        || row.suspendedByUser().orElse(false),
                Translation.need(row.optionsLevel(), "options_trading_level"),
                new Money(Translation.need(row.equity(), "equity")),
                new Money(Translation.need(row.lastEquity(), "last_equity")),
                new Money(Translation.need(row.cash(), "cash")),
                new Money(Translation.need(row.optionsBuyingPower(), "options_buying_power")));
    }

    private static BrokerPosition position(WirePosition row) {
        BigDecimal quantity = Translation.need(row.quantity(), "qty");
        int count = quantity.intValueExact();
        boolean isShort = row.side().filter("short"::equals).isPresent();
        return new BrokerPosition(
                Instrument.ofSymbol(Translation.need(row.symbol(), "symbol")),
                isShort ? -Math.abs(count) : count,
                new Price(Translation.need(row.averageEntryPrice(), "avg_entry_price")));
    }
}
