package io.opspipeline.ports.broker;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.activity.BrokerActivity;
import java.time.Instant;
import java.util.List;

/// The broker's history of each account, read only. Lines of expiries, exercises and assignments
/// may come on the day after, while positions and cash change at once.
public interface BrokerActivities {

    /// Every line that was written down at or after an instant, oldest first. A line that cannot be
    /// read is [BrokerActivity.Other]; none is left out.
    ///
    /// @throws BrokerUnavailable when the broker gives no readable answer
    List<BrokerActivity> activitiesSince(AccountId account, Instant from);
}
