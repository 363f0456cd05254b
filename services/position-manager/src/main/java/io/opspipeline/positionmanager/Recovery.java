package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.positionmanager.rules.Exit;
import io.opspipeline.positionmanager.rules.ExitRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes up closes that nobody works: those of a process that died, and orders that were given up
/// and appear after all.
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final AccountId account;
    private final Positions positions;
    private final OrderLedger ledger;
    private final ClosingOrders orders;
    private final ClosingDesk closing;
    private final Clock clock;
    private final Set<ClientOrderId> winding = ConcurrentHashMap.newKeySet();

    Recovery(
            AccountId account,
            Positions positions,
            OrderLedger ledger,
            ClosingOrders orders,
            ClosingDesk closing,
            Clock clock) {
        this.account = account;
        this.positions = positions;
        this.ledger = ledger;
        this.orders = orders;
        this.closing = closing;
        this.clock = clock;
    }

    /// Takes up what lies about.
    ///
    /// @param session that is under way: what began to close before it is judged anew
    void run(Session session) {
        closing.forgetStuck();
        List<HeldPosition> held = positions.held(account);
        List<Order> working = ledger.working(account);
        for (HeldPosition each : held) {
            if (!closing.isClosing(each.id())) {
                List<Order> sales =
                        working.stream().filter(order -> sells(order, each.id())).toList();
                rule(each, sales).ifPresent(rule -> resume(each, rule, sales, session));
            }
        }
        Set<Long> ids = held.stream().map(HeldPosition::id).collect(Collectors.toSet());
        working.stream()
                .filter(order ->
                        order.purpose() instanceof OrderPurpose.Exit(long id, _)
                                && !ids.contains(id))
                .forEach(order -> windOnce(order, "sells what is not held any more"));
    }

    /// The rule that a position is closing under, else that of an order at work for it.
    private static Optional<ExitReason> rule(HeldPosition held, List<Order> sales) {
        return held.closingRule()
                .or(() ->
                        sales.stream()
                                .map(order -> ((OrderPurpose.Exit) order.purpose()).rule())
                                .findFirst());
    }

    /// @param sales orders at work that sell the position
    private void resume(HeldPosition held, ExitReason rule, List<Order> sales, Session session) {
        if (rule == ExitReason.PARTIAL && held.partialTaken()) {
            endPartial(held, sales);
            return;
        }
        if (began(held, sales).filter(at -> at.isBefore(session.open())).isPresent()) {
            giveUp(held, sales);
            return;
        }
        int quantity = ExitRule.quantityToSell(rule, held.position().quantity());
        closing.begin(held, new Exit(rule, quantity, "taken up again"));
    }

    /// A part of what PARTIAL offered was sold, and that was it: what still works of the offer is
    /// nobody's. Once nothing works any more, the next look finds that it is over.
    private void endPartial(HeldPosition held, List<Order> sales) {
        if (sales.isEmpty()) {
            positions.partialTaken(account, held.id(), clock.instant());
        }
        sales.forEach(order -> windOnce(order, "is left of a PARTIAL that was taken"));
    }

    /// When the close began that nobody works.
    private Optional<Instant> began(HeldPosition held, List<Order> sales) {
        return held.closingRule().isPresent()
                ? positions.closingSince(account, held.id())
                : sales.stream().map(Order::createdAt).max(Comparator.naturalOrder());
    }

    /// Nobody was there when its session ended: as if it had rested then, the rules decide.
    private void giveUp(HeldPosition held, List<Order> sales) {
        if (held.closingRule().isPresent()) {
            positions.reopened(
                    account,
                    held.id(),
                    DenialCode.SESSION_OVER.says("the session is over").toString(),
                    clock.instant());
        }
        sales.forEach(order -> windOnce(order, "is left of a session that is over"));
    }

    private void windOnce(Order order, String why) {
        if (winding.add(order.id())) {
            LOG.warn("{} {}: winding it up", order.id(), why);
            wind(order);
        }
    }

    /// What breaks leaves the order to the next look.
    private void wind(Order order) {
        try {
            orders.wind(order, ended -> winding.remove(ended.id()));
        } catch (RuntimeException broken) {
            winding.remove(order.id());
            throw broken;
        }
    }

    private static boolean sells(Order order, long positionId) {
        return order.purpose() instanceof OrderPurpose.Exit(long id, _) && id == positionId;
    }
}
