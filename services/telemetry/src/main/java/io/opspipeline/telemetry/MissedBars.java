package io.opspipeline.telemetry;

import io.opspipeline.domain.job.Topic;
import io.opspipeline.ports.job.WakeUps;
import java.time.Instant;

/// Fetches what the stream missed, and wakes the features when there was something.
final class MissedBars {

    private final CollectedTickers tickers;
    private final BarHealing healing;
    private final StreamWatch stream;
    private final WakeUps wakeUps;

    MissedBars(CollectedTickers tickers, BarHealing healing, StreamWatch stream, WakeUps wakeUps) {
        this.tickers = tickers;
        this.healing = healing;
        this.stream = stream;
        this.wakeUps = wakeUps;
    }

    /// @return how many bars were new
    /// @throws io.opspipeline.ports.broker.BrokerUnavailable when the source gives no answer
    int fetch(Instant asOf) {
        int stored = healing.heal(tickers.now(), asOf, stream.isConnected());
        if (stored > 0) {
            wakeUps.publish(Topic.BARS, asOf);
        }
        return stored;
    }
}
