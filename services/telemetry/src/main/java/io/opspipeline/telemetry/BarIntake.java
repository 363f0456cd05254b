package io.opspipeline.telemetry;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.market.BarStream;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.TradingHalts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The `stream-bars` reaction: stores the bars of a frame at once, then wakes the features. Halts
/// are stored as they come.
final class BarIntake implements BarStream.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(BarIntake.class);
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Duration OLDEST = Duration.ofDays(30);

    private final Bars bars;
    private final TradingHalts halts;
    private final SessionCalendar calendar;
    private final WakeUps wakeUps;
    private final Clock clock;
    private final String feed;
    private final StreamWatch watch;
    private final Runnable afterConnect;

    /// @param feed the feed of the stream, such as `sip`
    /// @param afterConnect asks for what was missed; it must not take long here
    BarIntake(
            Bars bars,
            TradingHalts halts,
            SessionCalendar calendar,
            WakeUps wakeUps,
            Clock clock,
            String feed,
            StreamWatch watch,
            Runnable afterConnect) {
        this.bars = bars;
        this.halts = halts;
        this.calendar = calendar;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.feed = feed;
        this.watch = watch;
        this.afterConnect = afterConnect;
    }

    @Override
    public void connected() {
        watch.connected(clock.instant());
        LOG.info("bar stream of {} connected", feed);
        afterConnect.run();
    }

    @Override
    public void bars(List<Bar> frame) {
        store(frame, BarSource.STREAM);
    }

    @Override
    public void corrections(List<Bar> frame) {
        store(frame, BarSource.STREAM_UPDATE);
    }

    /// A halt that cannot be stored must not end the stream. One from the future would last until
    /// then.
    @Override
    public void halts(List<TradingHalt> frame) {
        frame.forEach(halt ->
                LOG.info(
                        "{} {} since {}: {}",
                        halt.ticker(),
                        halt.isOn() ? "is halted" : "trades again",
                        halt.at(),
                        halt.reason()));
        Instant latest = clock.instant().plus(AHEAD);
        try {
            halts.note(frame.stream().filter(halt -> !halt.at().isAfter(latest)).toList());
        } catch (RuntimeException failure) {
            LOG.error("{} halts of the stream were not stored", frame.size(), failure);
        }
    }

    @Override
    public void disconnected(String reason) {
        watch.disconnected(reason, clock.instant());
        LOG.warn("bar stream of {} disconnected: {}", feed, reason);
    }

    /// A frame that cannot be stored must not end the stream: the next healing fetches it.
    private void store(List<Bar> frame, BarSource source) {
        Instant now = clock.instant();
        List<StoredBar> rows =
                frame.stream()
                        .filter(bar -> isOfSession(bar, now))
                        .map(bar -> new StoredBar(bar, source, feed))
                        .toList();
        try {
            wakeUps.announce(Topic.BARS, now, () -> bars.store(rows, now));
        } catch (RuntimeException failure) {
            LOG.error("{} bars of the stream were not stored", rows.size(), failure);
        }
    }

    private boolean isOfSession(Bar bar, Instant now) {
        Duration since = Duration.between(bar.start(), now);
        return !since.isNegative() && since.compareTo(OLDEST) < 0 && calendar.isOpen(bar.start());
    }
}
