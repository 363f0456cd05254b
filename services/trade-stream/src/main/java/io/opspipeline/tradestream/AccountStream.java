package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.runtime.log.LogContext;
import io.opspipeline.tradestream.rules.MuteRule;
import io.opspipeline.tradestream.rules.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The trading stream of one account as this service lives it: what it told, whether it is
/// connected, and whether the books were compared since.
final class AccountStream implements TradingStream.Listener {

    /// The name that the dispatcher asks the heartbeats for.
    static final String SERVICE = "trade-stream";

    private static final Logger LOG = LoggerFactory.getLogger(AccountStream.class);

    private final AccountId account;
    private final OrderLedger ledger;
    private final BooksComparison comparison;
    private final Heartbeats heartbeats;
    private final WakeUps wakeUps;
    private final Clock clock;
    private final Map<ClientOrderId, Told> told = new HashMap<>();
    private Map<ClientOrderId, Instant> untold = Map.of();
    private Optional<Instant> connectedAt = Optional.empty();
    private boolean isCaughtUp;
    private boolean isCompared;
    private boolean isSettled = true;

    AccountStream(
            AccountId account,
            OrderLedger ledger,
            BooksComparison comparison,
            Heartbeats heartbeats,
            WakeUps wakeUps,
            Clock clock) {
        this.account = account;
        this.ledger = ledger;
        this.comparison = comparison;
        this.heartbeats = heartbeats;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    @Override
    public synchronized void connected() {
        try (var _ = LogContext.of(account).open()) {
            Instant at = clock.instant();
            LOG.info("stream connected");
            connectedAt = Optional.of(at);
            untold = Map.of();
            isCaughtUp = false;
            isCompared = false;
            heartbeats.connected(SERVICE, account, at);
            compare();
        } catch (RuntimeException failure) {
            LOG.error("the books of {} could not be compared", account, failure);
        }
    }

    /// Books the news. When that fails the books are compared again: an event is told once, but the
    /// broker's books keep it.
    @Override
    public synchronized void updated(OrderUpdate update) {
        try (var _ = LogContext.of(account).order(update.clientOrderId()).open()) {
            told.merge(update.clientOrderId(), Told.by(update), Told::and);
            wakeUps.announce(Topic.FILLS, clock.instant(), () -> book(update));
        } catch (RuntimeException failure) {
            isCompared = false;
            LOG.error("an update of {} could not be booked", update.clientOrderId(), failure);
        }
    }

    /// How much of the order is filled.
    private int book(OrderUpdate update) {
        ledger.apply(account, update);
        return update.filledQuantity();
    }

    @Override
    public synchronized void disconnected(String reason) {
        connectedAt = Optional.empty();
        isCompared = false;
        LOG.warn("stream of {} disconnected: {}", account, reason);
    }

    /// Compares the books; true when they could be read. Without an answer the stream stays not
    /// ready.
    ///
    /// @throws IllegalStateException when something could not be booked; it stays not ready then
    synchronized boolean compare() {
        try {
            Instant begun = clock.instant();
            isSettled = comparison.run(begun, this::catchUp);
            connectedAt.ifPresent(_ -> markCompared(begun));
            return true;
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("the books of {} could not be read: {}", account, unavailable.getMessage());
            return false;
        }
    }

    /// What the books know when they are first read after a connect was never the stream's to tell.
    private void catchUp(List<OrderUpdate> books) {
        if (connectedAt.isPresent() && !isCaughtUp) {
            books.forEach(update -> told.merge(update.clientOrderId(), Told.by(update), Told::and));
            isCaughtUp = true;
        }
    }

    private void markCompared(Instant begun) {
        isCompared = true;
        heartbeats.reconciled(SERVICE, account, begun);
    }

    /// A sign of life, while the stream is connected and only then.
    synchronized void beat() {
        connectedAt.ifPresent(since ->
                heartbeats.beat(
                        SERVICE,
                        Optional.of(account),
                        clock.instant(),
                        "connected since " + since));
    }

    /// True when the books should be compared before the minute is over.
    synchronized boolean needsComparison() {
        return connectedAt.isPresent() && (!isCompared || !isSettled);
    }

    /// What the books know and the stream should have told.
    ///
    /// @param asOf when they were asked, UTC
    synchronized Optional<OrderUpdate> missed(
            MuteRule rule, List<OrderUpdate> books, Instant asOf) {
        if (connectedAt.isEmpty() || !isCaughtUp) {
            return Optional.empty();
        }
        untold = MuteRule.untold(books, told, untold, asOf);
        return rule.missed(books, untold, asOf);
    }
}
