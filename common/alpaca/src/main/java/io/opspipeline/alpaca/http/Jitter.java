package io.opspipeline.alpaca.http;

import java.time.Duration;
import java.util.Random;

/// Strays pauses, so that many clients do not come back at the same moment.
public final class Jitter {

    private final double share;
    private final Random random;

    /// @param share how far a pause may stray, in [0, 1)
    /// @param seed the same seed strays the same way
    public Jitter(double share, long seed) {
        this.share = share;
        this.random = new Random(seed);
    }

    /// The pause, longer or shorter by up to the share.
    public synchronized Duration of(Duration pause) {
        double factor = 1 + share * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }
}
