package io.opspipeline.tradestream.rules;

import io.opspipeline.domain.activity.BrokerActivity;
import java.util.List;
import java.util.Optional;

/// Why the broker holds another quantity of a position than we know.
///
/// @param trades what somebody traded past us, oldest first
/// @param end how what was left of it ended
public record Explanation(List<BrokerActivity.Filled> trades, Optional<EndRule.End> end) {

    /// Nothing tells why.
    public static final Explanation NONE = new Explanation(List.of(), Optional.empty());

    /// Keeps its own copy.
    public Explanation {
        trades = List.copyOf(trades);
    }

    /// True when the history tells why.
    public boolean isKnown() {
        return !trades.isEmpty() || end.isPresent();
    }
}
