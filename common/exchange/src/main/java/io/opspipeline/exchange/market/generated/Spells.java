package io.opspipeline.exchange.market.generated;

/// When a stock is in play during one session: spells of 8 to 40 minutes with raised volume, in
/// most of which the price drifts one way.
final class Spells {

    private static final int SHORTEST_CALM = 12;
    private static final int LONGEST_CALM = 80;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 40;
    private static final int RAMP_MINUTES = 3;
    private static final double LEAST_VOLUME = 1.9;
    private static final double MOST_VOLUME = 3.6;

    private final boolean[] active;
    private final double[] drift;
    private final double[] volume;

    private Spells(int minutes) {
        this.active = new boolean[minutes];
        this.drift = new double[minutes];
        this.volume = new double[minutes];
        java.util.Arrays.fill(volume, 1);
    }

    /// The spells of one session.
    static Spells draw(int minutes, Regime regime, Draws draws) {
        Spells spells = new Spells(minutes);
        int minute = draws.whole(0, LONGEST_CALM / 2);
        while (minute < minutes) {
            int length = draws.whole(SHORTEST, LONGEST);
            spells.fill(minute, Math.min(minutes, minute + length), regime, draws);
            minute += length + draws.whole(SHORTEST_CALM, LONGEST_CALM);
        }
        return spells;
    }

    /// True in a spell.
    boolean isActive(int minute) {
        return active[minute];
    }

    /// Drift in a minute, standard deviations of its bar; 0 outside spells.
    double drift(int minute) {
        return drift[minute];
    }

    /// Factor on the volume of a minute; 1 outside spells.
    double volume(int minute) {
        return volume[minute];
    }

    private void fill(int from, int to, Regime regime, Draws draws) {
        double direction = draws.chance(0.5) ? 1 : -1;
        double strength = regime.drift() * draws.uniform(0.8, 1.2);
        boolean follows = draws.chance(regime.followThrough());
        double peak = draws.uniform(LEAST_VOLUME, MOST_VOLUME);
        for (int minute = from; minute < to; minute++) {
            double ramp = Math.min(1, (minute - from + 1) / (double) RAMP_MINUTES);
            active[minute] = true;
            drift[minute] = follows ? direction * strength : 0;
            volume[minute] = 1 + (peak - 1) * ramp;
        }
    }
}
