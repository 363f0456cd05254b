package io.opspipeline.domain.account;

import java.time.Duration;

/// A registered account: one row of data, never code.
///
/// @param id its name
/// @param brokerNumber the broker's account number, compared with the broker's own at start
/// @param strategy how it trades
/// @param tier the tier registered by the operator; today's tier may only be lower
/// @param actions which signals it may act on
/// @param cadence how often its dispatcher runs when nothing wakes it
/// @param limits its limits
/// @param enabled false stops entries; exits continue
public record Account(
        AccountId id,
        String brokerNumber,
        Strategy strategy,
        Tier tier,
        AllowedActions actions,
        Duration cadence,
        AccountLimits limits,
        boolean enabled) {}
