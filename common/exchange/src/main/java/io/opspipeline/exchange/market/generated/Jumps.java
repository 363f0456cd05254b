package io.opspipeline.exchange.market.generated;

/// Sudden moves of one stock in one session, at steps that nothing announces, each followed by some
/// minutes of raised volume.
final class Jumps {

    private static final double LEAST = 0.25;
    private static final double MOST = 0.60;
    private static final double VOLUME = 3;
    private static final double VOLUME_MINUTES = 4;

    private final double[] sizes;
    private final double[] volume;

    private Jumps(int minutes) {
        this.sizes = new double[minutes * SessionClock.STEPS_PER_MINUTE + 1];
        this.volume = new double[minutes];
        java.util.Arrays.fill(volume, 1);
    }

    /// The jumps of one session.
    ///
    /// @param minutes its length
    /// @param regime how many there are on average
    /// @param dayVariance a whole day's implied variance, which sizes are relative to
    /// @param draws where they come from
    static Jumps draw(int minutes, Regime regime, double dayVariance, Draws draws) {
        Jumps jumps = new Jumps(minutes);
        for (int minute = 0; minute < minutes; minute++) {
            if (draws.chance(regime.jumps() / minutes)) {
                int within = draws.whole(0, SessionClock.STEPS_PER_MINUTE - 1);
                double sign = draws.chance(0.5) ? 1 : -1;
                double size = sign * draws.uniform(LEAST, MOST) * StrictMath.sqrt(dayVariance);
                jumps.sizes[minute * SessionClock.STEPS_PER_MINUTE + within + 1] = size;
                jumps.raiseVolume(minute);
            }
        }
        return jumps;
    }

    /// Variance that jumps add to a session on average, in whole days of implied variance.
    static double expectedVariance(Regime regime) {
        return regime.jumps() * (LEAST * LEAST + LEAST * MOST + MOST * MOST) / 3;
    }

    /// Change of the log price at a step, 0 at nearly all.
    double size(int step) {
        return sizes[step];
    }

    /// Factor on the volume of a minute.
    double volume(int minute) {
        return volume[minute];
    }

    private void raiseVolume(int from) {
        for (int minute = from; minute < volume.length; minute++) {
            volume[minute] += VOLUME * StrictMath.exp(-(minute - from) / VOLUME_MINUTES);
        }
    }
}
