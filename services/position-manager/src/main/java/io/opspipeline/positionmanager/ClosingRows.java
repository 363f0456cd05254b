package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What is stored about the close of a position: it is asked anew each time, because fills come by
/// other ways too.
final class ClosingRows {

    private final AccountId account;
    private final OrderLedger ledger;
    private final Positions positions;

    ClosingRows(AccountId account, OrderLedger ledger, Positions positions) {
        this.account = account;
        this.ledger = ledger;
        this.positions = positions;
    }

    Order order(ClientOrderId id) {
        return ledger.find(account, id).orElseThrow();
    }

    /// An order that must end before the next one is sent: any of the position, and an entry that
    /// still buys what is to be sold. Brokers refuse to sell beside it as a wash trade.
    Optional<Order> inTheWay(Closing closing) {
        return ledger.working(account).stream()
                .filter(order -> sells(order, closing) || buys(order, closing))
                .findFirst();
    }

    /// An order of the position beside the one that rests: one that was given up and appeared.
    Optional<Order> atWorkBeside(Closing closing, ClientOrderId resting) {
        return working(closing).filter(order -> !order.id().equals(resting)).findFirst();
    }

    /// The position; empty once it has ended.
    Optional<HeldPosition> held(long positionId) {
        return positions.held(account).stream().filter(held -> held.id() == positionId).findFirst();
    }

    /// How much is left to sell.
    int toSell(Closing closing) {
        return held(closing.positionId())
                .map(held -> held.position().quantity() - closing.keep())
                .orElse(0);
    }

    /// The first attempt whose name is free.
    int nextAttempt(Closing closing) {
        int attempt = 1;
        while (ledger.find(account, closing.id(attempt)).isPresent()) {
            attempt++;
        }
        return attempt;
    }

    private Stream<Order> working(Closing closing) {
        return ledger.working(account).stream().filter(order -> sells(order, closing));
    }

    private static boolean sells(Order order, Closing closing) {
        return order.purpose() instanceof OrderPurpose.Exit(long id, _)
                && id == closing.positionId();
    }

    /// An entry that the broker has not confirmed is in the hands of whoever sends it.
    private static boolean buys(Order order, Closing closing) {
        return order.purpose() instanceof OrderPurpose.Entry
                && order.request().instrument().equals(closing.instrument())
                && order.brokerOrderId().isPresent();
    }

    void begun(Closing closing, String detail) {
        positions.closing(
                account, closing.positionId(), closing.rule(), detail, closing.startedAt());
    }

    void reopened(Closing closing, String detail, Instant at) {
        positions.reopened(account, closing.positionId(), detail, at);
    }

    /// Nothing is left to sell; a position of which PARTIAL sold half is still there.
    void finished(Closing closing, Instant at) {
        if (closing.rule() == ExitReason.PARTIAL && held(closing.positionId()).isPresent()) {
            positions.partialTaken(account, closing.positionId(), at);
        }
    }
}
