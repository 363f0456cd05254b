package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.tradestream.rules.MuteRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one stream alive: opens it, gives its signs of life, finds it mute, and compares the books
/// again soon when that has failed. It rests while the market is closed.
final class StreamWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);

    /// Longer than patience and the time between two checks together.
    private static final Duration REMEMBERED = Duration.ofMinutes(3);

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final Duration BEFORE_OPEN = Duration.ofMinutes(5);

    private final AccountId account;
    private final AccountStream stream;
    private final TradingStream broker;
    private final BrokerBooks books;
    private final OrderLedger ledger;
    private final Alerts alerts;
    private final SessionCalendar calendar;
    private final Supplier<TradeStreamSettings> settings;
    private final Timers timers;
    private final Clock clock;
    private Optional<TradingStream.Connection> connection = Optional.empty();
    private volatile boolean isClosed;

    StreamWatch(
            AccountId account,
            AccountStream stream,
            TradingStream broker,
            BrokerBooks books,
            OrderLedger ledger,
            Alerts alerts,
            SessionCalendar calendar,
            Supplier<TradeStreamSettings> settings,
            Timers timers,
            Clock clock) {
        this.account = account;
        this.stream = stream;
        this.broker = broker;
        this.books = books;
        this.ledger = ledger;
        this.alerts = alerts;
        this.calendar = calendar;
        this.settings = settings;
        this.timers = timers;
        this.clock = clock;
    }

    /// The stream it keeps.
    AccountStream stream() {
        return stream;
    }

    /// Opens the stream and begins to watch.
    synchronized void begin() {
        connection = Optional.of(broker.open(account, stream));
        again("beat", TradeStreamSettings::heartbeat, stream::beat);
        again("mute check", TradeStreamSettings::muteCheck, this::check);
        again("retry", TradeStreamSettings::retry, this::retry);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        connection.ifPresent(TradingStream.Connection::close);
    }

    private void retry() {
        if (stream.needsComparison()) {
            stream.compare();
        }
    }

    /// Only while an order works, and shortly after, can the stream have something to tell: an
    /// order that ended with the answer to its own POST is told by the stream like any other.
    private void check() {
        ledger.atWorkSince(account, clock.instant().minus(REMEMBERED)).stream()
                .map(Order::createdAt)
                .min(Instant::compareTo)
                .ifPresent(this::checkSince);
    }

    /// The broker's clock may have been behind ours when it wrote an order down.
    private void checkSince(Instant created) {
        Instant asOf = clock.instant();
        try {
            stream.missed(
                            new MuteRule(settings.get().mutePatience()),
                            books.ordersSince(account, created.minus(CLOCK_TOLERANCE)),
                            asOf)
                    .ifPresent(this::reopen);
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("the books of {} could not be read: {}", account, unavailable.getMessage());
        }
    }

    private synchronized void reopen(OrderUpdate missed) {
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "mute " + account + " " + missed.clientOrderId(),
                Optional.of(account),
                "the stream is mute: it did not tell that %s is %s; it is opened again"
                        .formatted(missed.clientOrderId(), missed.status()),
                clock.instant());
        connection.ifPresent(TradingStream.Connection::close);
        stream.disconnected("mute");
        connection = Optional.of(broker.open(account, stream));
    }

    private void again(
            String what, Function<TradeStreamSettings, Duration> period, Runnable action) {
        Instant due = next(clock.instant().plus(period.apply(settings.get())));
        timers.at(
                due,
                new TimerKey(Stage.TRADE_STREAM, Optional.of(account), "stream " + what),
                () -> {
                    if (!isClosed) {
                        again(what, period, action);
                        action.run();
                    }
                });
    }

    /// The instant itself near a session, else shortly before the next one.
    private Instant next(Instant due) {
        Optional<Session> today = calendar.sessionOn(NewYork.dateOf(due));
        if (today.filter(session -> due.isBefore(session.close())).isPresent()) {
            Instant start = today.orElseThrow().open().minus(BEFORE_OPEN);
            return due.isBefore(start) ? start : due;
        }
        return calendar.next(NewYork.dateOf(due)).open().minus(BEFORE_OPEN);
    }
}
