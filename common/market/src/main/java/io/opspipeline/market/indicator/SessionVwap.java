package io.opspipeline.market.indicator;

import java.util.OptionalDouble;

/// The volume-weighted typical price, (high + low + close) / 3, since the open.
final class SessionVwap {

    private double traded;
    private double shares;

    /// Takes a bar in; prices in millionths of a dollar.
    void add(long high, long low, long close, long volume) {
        traded += (high + low + close) / 3.0 * volume;
        shares += volume;
    }

    /// Dollars; empty while nothing traded.
    OptionalDouble value() {
        return shares > 0
                ? OptionalDouble.of(traded / shares / MicroDollars.PER_DOLLAR)
                : OptionalDouble.empty();
    }

    void startSession() {
        traded = 0;
        shares = 0;
    }
}
