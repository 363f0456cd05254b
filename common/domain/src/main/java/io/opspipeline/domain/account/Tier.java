package io.opspipeline.domain.account;

import io.opspipeline.domain.money.Contracts;
import io.opspipeline.domain.money.Money;
import java.math.BigDecimal;

/// Size class of an account by its own equity (trading rules, section 8, sizing).
public enum Tier {
    /// Up to 2,000.
    TINY("2000", "0.25", 2),
    /// Up to 10,000.
    SMALL("10000", "0.12", 3),
    /// Up to 50,000.
    MEDIUM("50000", "0.04", 5),
    /// Above 50,000.
    LARGE(null, "0.01", 10);

    private final @org.jspecify.annotations.Nullable Money most;
    private final BigDecimal riskShare;
    private final Contracts maxContracts;

    Tier(@org.jspecify.annotations.Nullable String most, String riskShare, int maxContracts) {
        this.most = most == null ? null : Money.of(most);
        this.riskShare = new BigDecimal(riskShare);
        this.maxContracts = new Contracts(maxContracts);
    }

    /// The tier of an equity; a boundary amount belongs to the lower tier.
    public static Tier of(Money equity) {
        for (Tier tier : values()) {
            if (tier.most == null || !equity.exceeds(tier.most)) {
                return tier;
            }
        }
        throw new IllegalStateException("the last tier has no upper bound");
    }

    /// The share of equity that one trade may risk, 0 to 1.
    public BigDecimal riskShare() {
        return riskShare;
    }

    /// The most contracts of one trade.
    public Contracts maxContracts() {
        return maxContracts;
    }
}
