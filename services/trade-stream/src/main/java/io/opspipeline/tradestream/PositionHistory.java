package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.broker.BrokerActivities;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.tradestream.rules.Explanation;
import io.opspipeline.tradestream.rules.HistoryRule;
import java.time.Instant;
import java.util.List;

/// Asks the broker's history what became of a position without us.
///
/// @param account whose
/// @param activities the broker's history
/// @param positions knows which trades are booked
/// @param rule reads it
record PositionHistory(
        AccountId account, BrokerActivities activities, Positions positions, HistoryRule rule) {

    /// What it tells.
    ///
    /// @param theirs what the broker holds of it
    /// @throws io.opspipeline.ports.broker.BrokerUnavailable when it cannot be read
    Explanation of(HeldPosition held, int theirs, Instant asOf) {
        List<BrokerActivity> history =
                activities.activitiesSince(account, held.position().openedAt());
        List<BrokerActivity.Filled> trades =
                positions.unbooked(
                        account, HistoryRule.tradesOf(held.position().instrument(), history));
        return rule.explain(held, theirs, trades, history, asOf);
    }
}
