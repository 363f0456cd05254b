package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.ContractMultiplier;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.OrderType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What an admitted spread asks for; it never changes. Net prices are dollars per share and unit,
/// positive when the account pays.
///
/// @param id the venue's name
/// @param clientOrderId the client's name
/// @param account whose spread it is
/// @param legs two to four contracts of one underlying
/// @param units how many times the legs, at least 1
/// @param limit the highest net price; empty for a market order
/// @param worst the limit, or the collar of a market order
/// @param fees the most a unit can cost in fees
record SpreadTerms(
        String id,
        String clientOrderId,
        AccountId account,
        List<LegTerms> legs,
        int units,
        Optional<BigDecimal> limit,
        BigDecimal worst,
        Money fees) {

    OrderType type() {
        return limit.isPresent() ? OrderType.LIMIT : OrderType.MARKET;
    }

    /// What some units take from the cash at worst; negative when they bring money.
    Money cost(int some) {
        return new Money(worst).times(ContractMultiplier.STANDARD).plus(fees).times(some);
    }

    /// What some units, once filled, are worth at expiry.
    Payoff payoff(int some) {
        Payoff payoff = Payoff.NONE;
        for (LegTerms leg : legs) {
            payoff = payoff.plus(leg.contract(), leg.signed(some));
        }
        return payoff;
    }
}
