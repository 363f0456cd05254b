package io.opspipeline.reliability.world;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Signal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Signals as the services before would make them.
public final class Signals {

    private Signals() {}

    /// A signal that every gate of confidence lets through, of the bar that closed last.
    public static Signal good(Ticker ticker, Action action, Instant now) {
        Instant barStart = now.truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.MINUTES);
        int side = action == Action.BUY_PUT ? -1 : 1;
        return new Signal(
                ticker,
                action,
                new Confidence(0.7),
                new FeatureRow(
                        ticker,
                        barStart,
                        Price.of("100"),
                        OptionalDouble.of(100 - side * 0.2),
                        OptionalDouble.empty(),
                        OptionalDouble.of(2.5),
                        OptionalInt.of(side),
                        4,
                        OptionalDouble.of(side * 0.002),
                        OptionalInt.of(side),
                        OptionalDouble.empty(),
                        OptionalDouble.of(0.001),
                        OptionalDouble.of(0.4),
                        OptionalDouble.of(61.5),
                        OptionalDouble.of(100.1)),
                Optional.empty(),
                "simulated");
    }
}
