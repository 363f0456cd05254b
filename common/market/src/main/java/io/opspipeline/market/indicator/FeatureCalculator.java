package io.opspipeline.market.indicator;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.signal.FeatureRow;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/// The features of one ticker, bar by bar in the order of time (trading rules, section 5). After a
/// correction of an earlier bar a new calculator is fed with the bars again. Not thread-safe.
public final class FeatureCalculator {

    private final Ticker ticker;
    private final SessionCursor sessions;
    private final Indicators indicators = new Indicators();
    private Instant lastStart = Instant.MIN;

    /// A calculator that has seen no bar.
    public FeatureCalculator(Ticker ticker, SessionCalendar calendar) {
        this.ticker = ticker;
        this.sessions = new SessionCursor(calendar);
    }

    /// The features at a closed bar, which may start a session but not skip one: after a missing
    /// session every window starts anew.
    ///
    /// @throws IllegalArgumentException when the bar is another ticker's, is not after the bar
    ///   before, or lies outside the sessions
    public FeatureRow add(Bar bar) {
        requireNext(bar);
        switch (sessions.goTo(bar.start())) {
            case SAME_SESSION -> {}
            case NEXT_SESSION -> indicators.startSession();
            case AFTER_GAP -> indicators.clear();
        }
        indicators.add(bar, sessions);
        lastStart = bar.start();
        return row(bar);
    }

    /// Starts every window anew, as the first bar after a split needs it.
    public void restart() {
        indicators.clear();
    }

    /// Bars since the first one, the last missing session or the last restart.
    public int bars() {
        return indicators.bars();
    }

    /// Why values of the last row are absent; a value that is there is not in it.
    public Map<Feature, AbsenceReason> absences() {
        return Absences.of(indicators);
    }

    private void requireNext(Bar bar) {
        if (!bar.start().isAfter(lastStart) || !bar.ticker().equals(ticker)) {
            throw new IllegalArgumentException(
                    "a bar of %s after %s is needed, was %s at %s"
                            .formatted(ticker, lastStart, bar.ticker(), bar.start()));
        }
    }

    private FeatureRow row(Bar bar) {
        OptionalDouble sma20 = indicators.sma20();
        return new FeatureRow(
                ticker,
                bar.start(),
                bar.close(),
                sma20,
                indicators.sma50(),
                indicators.volumeRatio().value(),
                indicators.trend().state(),
                indicators.trend().runLength(),
                indicators.distance(bar.close().asDouble()),
                indicators.breakout().state(),
                indicators.alignment().share(indicators.trend().direction()),
                indicators.volatility().value(),
                indicators.range().value(),
                indicators.strength().value(),
                indicators.vwap().value());
    }
}
