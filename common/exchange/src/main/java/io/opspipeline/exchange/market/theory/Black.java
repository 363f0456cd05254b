package io.opspipeline.exchange.market.theory;

import io.opspipeline.domain.instrument.Right;

/// Black's formula at rate zero, in the total standard deviation of the log price until expiry. The
/// exchange has its own: a mistake shared with the system that trades against it would go unseen.
public final class Black {

    private static final double ROOT_TWO_PI = 2.5066282746310002;

    private Black() {}

    /// A value and what it depends on.
    ///
    /// @param value dollars per share
    /// @param delta dollars per dollar of the stock, -1 to 1
    /// @param vega dollars per unit of the total standard deviation
    public record Theory(double value, double delta, double vega) {}

    /// The value of an option.
    ///
    /// @param right call or put
    /// @param spot dollars per share, above zero
    /// @param strike dollars per share, above zero
    /// @param deviation total standard deviation until expiry, zero or more
    public static Theory theory(Right right, double spot, double strike, double deviation) {
        double sign = right.direction();
        if (deviation <= 0) {
            double intrinsic = Math.max(0, sign * (spot - strike));
            return new Theory(intrinsic, intrinsic > 0 ? sign : 0, 0);
        }
        double upper = StrictMath.log(spot / strike) / deviation + 0.5 * deviation;
        double likely = normal(sign * upper);
        double value = sign * (spot * likely - strike * normal(sign * (upper - deviation)));
        return new Theory(Math.max(0, value), sign * likely, spot * density(upper));
    }

    /// The standard normal density.
    static double density(double x) {
        return StrictMath.exp(-0.5 * x * x) / ROOT_TWO_PI;
    }

    /// The standard normal distribution (Hart 1968, as printed by West, "Better approximations to
    /// cumulative normal functions", 2005), exact to about 1e-15.
    static double normal(double x) {
        double size = Math.abs(x);
        double tail = size > 37 ? 0 : StrictMath.exp(-0.5 * size * size) * ratio(size);
        return x > 0 ? 1 - tail : tail;
    }

    private static double ratio(double x) {
        if (x >= 7.07106781186547) {
            double fraction = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
            return 1 / (fraction * ROOT_TWO_PI);
        }
        double above = 3.52624965998911e-2 * x + 0.700383064443688;
        above = above * x + 6.37396220353165;
        above = above * x + 33.912866078383;
        above = above * x + 112.079291497871;
        above = above * x + 221.213596169931;
        above = above * x + 220.206867912376;
        double below = 8.83883476483184e-2 * x + 1.75566716318264;
        below = below * x + 16.064177579207;
        below = below * x + 86.7807322029461;
        below = below * x + 296.564248779674;
        below = below * x + 637.333633378831;
        below = below * x + 793.826512519948;
        below = below * x + 440.413735824752;
        return above / below;
    }
}
