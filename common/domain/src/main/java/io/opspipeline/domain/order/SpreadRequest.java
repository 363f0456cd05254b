package io.opspipeline.domain.order;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.NetPrice;
import java.math.BigInteger;
import java.util.List;

/// An order of several contracts that fill together or not at all, as we want it: for the day, at a
/// net limit.
///
/// @param clientOrderId its name
/// @param account whose it is
/// @param legs 2 to 4 contracts of one underlying, each once; their ratios have no common divisor
/// @param units how many times the legs, at least 1
/// @param limit the most that a unit may cost, or the least that it must bring
public record SpreadRequest(
        ClientOrderId clientOrderId,
        AccountId account,
        List<SpreadLeg> legs,
        int units,
        NetPrice limit) {

    private static final int FEWEST_LEGS = 2;
    private static final int MOST_LEGS = 4;

    /// Refuses what is no spread.
    public SpreadRequest {
        legs = List.copyOf(legs);
        require(units >= 1, clientOrderId, "must be of at least 1 unit, was " + units);
        require(
                legs.size() >= FEWEST_LEGS && legs.size() <= MOST_LEGS,
                clientOrderId,
                "must have 2 to 4 legs, had " + legs.size());
        require(isOfOneUnderlying(legs), clientOrderId, "must have one underlying: " + legs);
        require(isDistinct(legs), clientOrderId, "must have each contract once: " + legs);
        require(isPrime(legs), clientOrderId, "has ratios with a common divisor: " + legs);
    }

    private static boolean isOfOneUnderlying(List<SpreadLeg> legs) {
        return legs.stream().map(leg -> leg.contract().root()).distinct().count() == 1;
    }

    private static boolean isDistinct(List<SpreadLeg> legs) {
        return legs.stream().map(SpreadLeg::contract).map(OccSymbol::toString).distinct().count()
                == legs.size();
    }

    private static boolean isPrime(List<SpreadLeg> legs) {
        return legs.stream()
                .map(leg -> BigInteger.valueOf(leg.ratio()))
                .reduce(BigInteger.ZERO, BigInteger::gcd)
                .equals(BigInteger.ONE);
    }

    private static void require(boolean holds, ClientOrderId id, String words) {
        if (!holds) {
            throw new IllegalArgumentException("spread " + id + " " + words);
        }
    }
}
