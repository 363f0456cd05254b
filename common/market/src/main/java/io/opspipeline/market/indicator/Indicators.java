package io.opspipeline.market.indicator;

import io.opspipeline.domain.market.Bar;
import java.util.OptionalDouble;

/// Every indicator of one ticker, moved on together.
final class Indicators {

    private final RollingMean closes20 = new RollingMean(20);
    private final RollingMean closes50 = new RollingMean(50);
    private final VolumeRatio volumeRatio = new VolumeRatio();
    private final Trend trend = new Trend();
    private final Breakout breakout = new Breakout();
    private final Alignment alignment = new Alignment();
    private final RecentVolatility volatility = new RecentVolatility();
    private final AverageTrueRange range = new AverageTrueRange();
    private final RelativeStrength strength = new RelativeStrength();
    private final SessionVwap vwap = new SessionVwap();
    private int bars;
    private long lastClose;

    /// Takes a bar in.
    ///
    /// @param sessions stands at the bar's session
    void add(Bar bar, SessionCursor sessions) {
        long high = MicroDollars.of(bar.high());
        long low = MicroDollars.of(bar.low());
        long close = MicroDollars.of(bar.close());
        int minute = sessions.minuteOf(bar.start());
        closes20.add(close);
        closes50.add(close);
        if (bars > 0) {
            step(high, low, close);
        }
        breakout.add(high, low, close, closes20.side(close));
        volumeRatio.add(minute, bar.volume());
        vwap.add(high, low, close, bar.volume());
        alignment.add(sessions.number(), minute, sessions.length(), close);
        lastClose = close;
        bars++;
    }

    /// Starts what is counted within a session.
    void startSession() {
        volumeRatio.startSession();
        vwap.startSession();
    }

    /// Forgets every bar.
    void clear() {
        startSession();
        closes20.clear();
        closes50.clear();
        trend.clear();
        breakout.clear();
        alignment.clear();
        volatility.clear();
        range.clear();
        strength.clear();
        bars = 0;
    }

    int bars() {
        return bars;
    }

    OptionalDouble sma20() {
        return mean(closes20);
    }

    OptionalDouble sma50() {
        return mean(closes50);
    }

    /// How far a close is from the mean of 20, as a share of the mean.
    OptionalDouble distance(double close) {
        if (!closes20.isReady() || closes20.sum() == 0) {
            return OptionalDouble.empty();
        }
        double mean = closes20.mean(MicroDollars.PER_DOLLAR);
        return OptionalDouble.of((close - mean) / mean);
    }

    VolumeRatio volumeRatio() {
        return volumeRatio;
    }

    Trend trend() {
        return trend;
    }

    Breakout breakout() {
        return breakout;
    }

    Alignment alignment() {
        return alignment;
    }

    RecentVolatility volatility() {
        return volatility;
    }

    AverageTrueRange range() {
        return range;
    }

    RelativeStrength strength() {
        return strength;
    }

    SessionVwap vwap() {
        return vwap;
    }

    private void step(long high, long low, long close) {
        trend.add(close - lastClose);
        strength.add(close - lastClose);
        range.add(high, low, lastClose);
        volatility.add(lastClose, close);
    }

    private static OptionalDouble mean(RollingMean closes) {
        return closes.isReady()
                ? OptionalDouble.of(closes.mean(MicroDollars.PER_DOLLAR))
                : OptionalDouble.empty();
    }
}
