package io.opspipeline.reliability.scenario;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.venue.CancelAnswer;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.PositionIntent;
import io.opspipeline.exchange.venue.SpreadAnswer;
import io.opspipeline.exchange.venue.SpreadSubmission;
import io.opspipeline.exchange.venue.SubmitAnswer;
import io.opspipeline.reliability.world.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a person does at the broker, past the system.
final class ByHand {

    private static final String BY_HAND = "by hand";

    private ByHand() {}

    /// A market order.
    static Act trade(AccountId account, Side side, int quantity, String symbol) {
        return order(account, side, quantity, symbol, Optional.empty());
    }

    /// A limit order.
    static Act offer(AccountId account, Side side, int quantity, OccSymbol contract, String limit) {
        return order(
                account, side, quantity, contract.toString(), Optional.of(new BigDecimal(limit)));
    }

    /// A spread: one is bought, the other sold.
    ///
    /// @param limit net price of a unit, negative for a credit
    static Act spread(
            AccountId account, int units, OccSymbol bought, OccSymbol sold, String limit) {
        return world -> {
            var spread =
                    new SpreadSubmission(
                            Optional.of(name(world)),
                            List.of(
                                    leg(bought, Side.BUY, PositionIntent.BUY_TO_OPEN),
                                    leg(sold, Side.SELL, PositionIntent.SELL_TO_OPEN)),
                            BigDecimal.valueOf(units),
                            OrderType.LIMIT,
                            Optional.of(new BigDecimal(limit)));
            if (world.venue().submit(account, spread) instanceof SpreadAnswer.Refused(var no)) {
                throw new IllegalStateException("no spread by hand: " + no);
            }
        };
    }

    /// Ends the orders that the person sent.
    static Act cancelOwn(AccountId account) {
        return cancel(account, order -> order.clientOrderId().startsWith(BY_HAND));
    }

    /// Ends the orders that the system sent.
    static Act cancelOurs(AccountId account) {
        return cancel(account, order -> !order.clientOrderId().startsWith(BY_HAND));
    }

    /// An order of ours that was sent and lost on its way arrives after all: the newest of which no
    /// answer came.
    static Act lateArrival(AccountId account) {
        return world -> {
            OrderSubmission lost =
                    JdbcClient.create(world.database().pool())
                            .sql(
                                    """
                                    select client_order_id, symbol, side, quantity, limit_price
                                    from orders
                                    where account_id = ? and broker_order_id is null
                                    order by created_at desc limit 1
                                    """)
                            .param(account.value())
                            .query((rs, _) ->
                                    submission(
                                            rs.getString(1),
                                            Side.valueOf(rs.getString(3)),
                                            rs.getInt(4),
                                            rs.getString(2),
                                            Optional.of(rs.getBigDecimal(5))))
                            .single();
            send(world, account, lost);
        };
    }

    /// An order under a name of ours that the database knows nothing of.
    static Act namedLikeOurs(AccountId account, String name, OccSymbol contract, String limit) {
        return world ->
                send(
                        world,
                        account,
                        submission(
                                name,
                                Side.BUY,
                                4,
                                contract.toString(),
                                Optional.of(new BigDecimal(limit))));
    }

    private static Act order(
            AccountId account, Side side, int quantity, String symbol, Optional<BigDecimal> limit) {
        return world ->
                send(world, account, submission(name(world), side, quantity, symbol, limit));
    }

    private static OrderSubmission submission(
            String name, Side side, int quantity, String symbol, Optional<BigDecimal> limit) {
        return new OrderSubmission(
                Optional.of(name),
                symbol,
                side,
                BigDecimal.valueOf(quantity),
                limit.isPresent() ? OrderType.LIMIT : OrderType.MARKET,
                limit,
                Optional.of(
                        side == Side.BUY
                                ? PositionIntent.BUY_TO_OPEN
                                : PositionIntent.SELL_TO_CLOSE));
    }

    private static SpreadSubmission.Leg leg(OccSymbol contract, Side side, PositionIntent intent) {
        return new SpreadSubmission.Leg(
                contract.toString(), BigDecimal.ONE, Optional.of(side), Optional.of(intent));
    }

    private static void send(World world, AccountId account, OrderSubmission order) {
        if (world.venue().submit(account, order) instanceof SubmitAnswer.Refused(var refusal)) {
            throw new IllegalStateException("not traded by hand: " + refusal);
        }
        world.settle();
    }

    private static Act cancel(AccountId account, Predicate<OrderView> which) {
        return world -> {
            List<OrderView> open =
                    world.venue().orders(account).stream()
                            .filter(order -> !order.status().isTerminal())
                            .filter(which)
                            .toList();
            if (open.isEmpty()) {
                throw new IllegalStateException("nothing to cancel by hand");
            }
            for (OrderView order : open) {
                if (world.venue().cancel(account, order.id())
                        instanceof CancelAnswer.Refused(var refusal)) {
                    throw new IllegalStateException("not canceled by hand: " + refusal);
                }
            }
            world.settle();
        };
    }

    private static String name(World world) {
        return BY_HAND + " " + world.time().instant();
    }
}
