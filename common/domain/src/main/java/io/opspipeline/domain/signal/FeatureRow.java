package io.opspipeline.domain.signal;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import java.time.Instant;
import java.util.OptionalDouble;

/// The features of one ticker at one bar (trading rules, section 5). An absent value is empty.
///
/// @param ticker the stock
/// @param barStart start of the source bar, UTC; freshness is judged on it
/// @param close the bar's close
/// @param sma20 mean of the last 20 closes
/// @param sma50 mean of the last 50 closes
/// @param volumeRatio volume over the mean of the 20 bars before
/// @param trendState +1, -1 or 0; empty before the fourth close
/// @param runLength closes in a row in the direction of the trend state
/// @param distanceSma20 (close - sma20) / sma20
/// @param breakout +1, -1 or 0; empty while undefined
/// @param alignment share of higher frames on the trend's side, 0 to 1
/// @param recentVol standard deviation of 30 one-bar log returns
/// @param atr14 Wilder average true range, dollars
/// @param rsi14 Wilder relative strength, 0 to 100
/// @param vwap session volume-weighted price, dollars
public record FeatureRow(
        Ticker ticker,
        Instant barStart,
        Price close,
        OptionalDouble sma20,
        OptionalDouble sma50,
        OptionalDouble volumeRatio,
        java.util.OptionalInt trendState,
        int runLength,
        OptionalDouble distanceSma20,
        java.util.OptionalInt breakout,
        OptionalDouble alignment,
        OptionalDouble recentVol,
        OptionalDouble atr14,
        OptionalDouble rsi14,
        OptionalDouble vwap) {

    /// When the source bar closed, UTC.
    public Instant barEnd() {
        return barStart.plus(io.opspipeline.domain.market.Bar.LENGTH);
    }
}
