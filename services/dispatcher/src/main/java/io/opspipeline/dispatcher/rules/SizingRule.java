package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.money.Contracts;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Premium;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;

/// How much to buy (trading rules, section 8, sizing). Equity is this account's own; margin never
/// counts.
public final class SizingRule {

    /// The stop of a stock position as a share of its price: what one share risks.
    private static final BigDecimal STOCK_RISK = new BigDecimal("0.03");

    private SizingRule() {}

    /// The dollars one trade may risk: the smaller of today's tier and the registered one, so that
    /// a loss never raises the bet.
    public static Money riskDollars(Money equity, Tier registered) {
        return equity.times(Tier.of(equity).riskShare().min(registered.riskShare()));
    }

    /// Contracts by risk and tier; none when one contract is already too much.
    public static Contracts contracts(Money equity, Tier registered, Premium planPrice) {
        Contracts byRisk = Contracts.affordable(riskDollars(equity, registered), planPrice);
        return byRisk.min(Tier.of(equity).maxContracts()).min(registered.maxContracts());
    }

    /// The largest number of contracts, from 1 to the wanted one, whose cost fits the room that the
    /// risk budget leaves; 1 when not even one fits, so that the gate fails by its name.
    ///
    /// @param room what one more entry may cost
    public static Contracts shrunk(Contracts wanted, Premium planPrice, Money room) {
        if (wanted.isNone()) {
            return wanted;
        }
        int fitting = Contracts.affordable(room, planPrice).count();
        return new Contracts(Math.clamp(fitting, 1, wanted.count()));
    }

    /// The largest number of shares, from 1 to the wanted one, whose cost fits the room that the
    /// risk budget leaves; 1 when not even one fits, so that the gate fails by its name.
    ///
    /// @param wanted at least 1
    /// @param room what one more entry may cost
    public static int shrunk(int wanted, Price price, Money room) {
        return Math.clamp(room.wholeUnits(new Money(price.perShare())), 1, wanted);
    }

    /// Shares of stock: by risk, by an even part of the exposure limit, and by what exposure is
    /// left.
    public static int shares(
            Money equity,
            Tier registered,
            Price price,
            Money exposureLimit,
            int maxPositions,
            Money remainingExposure) {
        Money byRisk =
                new Money(
                        riskDollars(equity, registered)
                                .amount()
                                .divide(STOCK_RISK, java.math.MathContext.DECIMAL64));
        Money byPart =
                new Money(
                        exposureLimit
                                .amount()
                                .divide(
                                        BigDecimal.valueOf(maxPositions),
                                        java.math.MathContext.DECIMAL64));
        Money budget = byRisk.min(byPart).min(remainingExposure);
        return budget.wholeUnits(new Money(price.perShare()));
    }
}
