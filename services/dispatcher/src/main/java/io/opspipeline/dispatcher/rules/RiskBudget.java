package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;

/// The RISK_BUDGET formula: net realised loss of today, plus a share of everything at work, stays
/// within the daily loss limit.
public final class RiskBudget {

    private RiskBudget() {}

    /// What the budget counts when an entry of this cost is added.
    public static Money counted(LimitUsage usage, Money cost, BigDecimal share) {
        return lossToday(usage).plus(usage.exposure().plus(cost).times(share));
    }

    /// The most one more entry may cost; zero or less when the budget is used up.
    public static Money room(LimitUsage usage, AccountLimits limits, BigDecimal share) {
        Money left = limits.dailyLoss().minus(lossToday(usage));
        return new Money(left.amount().divide(share, MathContext.DECIMAL64))
                .minus(usage.exposure());
    }

    private static Money lossToday(LimitUsage usage) {
        return usage.realisedToday().negated().max(Money.ZERO);
    }
}
