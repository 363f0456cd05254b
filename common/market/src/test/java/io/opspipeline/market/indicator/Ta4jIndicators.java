package io.opspipeline.market.indicator;

import io.opspipeline.domain.market.Bar;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.PreviousValueIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.numeric.BinaryOperationIndicator;
import org.ta4j.core.indicators.numeric.UnaryOperationIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/// The indicators of a feature row that ta4j has, on one growing series.
final class Ta4jIndicators {

    private final BarSeries series;
    private final Indicator<Num> close;
    private final Indicator<Num> sma20;
    private final Indicator<Num> sma50;
    private final Indicator<Num> highest;
    private final Indicator<Num> lowest;
    private final Indicator<Num> deviation;
    private final Indicator<Num> range;
    private final Indicator<Num> strength;
    private final Indicator<Num> volume;

    /// Indicators of a series that keeps the last bars only.
    Ta4jIndicators(int most) {
        series =
                new BaseBarSeriesBuilder()
                        .withNumFactory(DoubleNumFactory.getInstance())
                        .withMaxBarCount(most)
                        .build();
        close = new ClosePriceIndicator(series);
        sma20 = new SMAIndicator(close, 20);
        sma50 = new SMAIndicator(close, 50);
        highest = new HighestValueIndicator(new PreviousValueIndicator(high()), 20);
        lowest = new LowestValueIndicator(new PreviousValueIndicator(low()), 20);
        deviation = new StandardDeviationIndicator(logReturns(), 30);
        range = new ATRIndicator(series, 14);
        strength = new RSIIndicator(close, 14);
        volume = new SMAIndicator(new PreviousValueIndicator(new VolumeIndicator(series)), 20);
    }

    static Ta4jIndicators of(List<Bar> bars) {
        var indicators = new Ta4jIndicators(Integer.MAX_VALUE);
        bars.forEach(indicators::add);
        return indicators;
    }

    void add(Bar bar) {
        series.barBuilder()
                .timePeriod(Bar.LENGTH)
                .endTime(bar.end())
                .openPrice(bar.open().perShare())
                .highPrice(bar.high().perShare())
                .lowPrice(bar.low().perShare())
                .closePrice(bar.close().perShare())
                .volume(bar.volume())
                .add();
    }

    /// Every value at the newest bar, added up so that none is optimised away.
    double allAtEnd() {
        int at = series.getEndIndex();
        return sma20(at)
                + sma50(at)
                + breakout(at)
                + recentVol(at)
                + atr14(at)
                + rsi14(at)
                + value(volume, at);
    }

    double sma20(int at) {
        return value(sma20, at);
    }

    double sma50(int at) {
        return value(sma50, at);
    }

    int breakout(int at) {
        double last = value(close, at);
        if (last > sma20(at)) {
            return last > value(highest, at) ? 1 : 0;
        }
        return last < sma20(at) && last < value(lowest, at) ? -1 : 0;
    }

    /// Theirs divides by n; with n - 1 it is the sample's.
    double recentVol(int at) {
        return value(deviation, at) * Math.sqrt(30.0 / 29);
    }

    double atr14(int at) {
        return value(range, at);
    }

    double rsi14(int at) {
        return value(strength, at);
    }

    private Indicator<Num> high() {
        return new HighPriceIndicator(series);
    }

    private Indicator<Num> low() {
        return new LowPriceIndicator(series);
    }

    private Indicator<Num> logReturns() {
        return UnaryOperationIndicator.log(
                BinaryOperationIndicator.quotient(close, new PreviousValueIndicator(close)));
    }

    private static double value(Indicator<Num> indicator, int at) {
        return indicator.getValue(at).doubleValue();
    }
}
