package io.opspipeline.domain.money;

/// The price of an option in dollars per share, and what it costs per contract.
///
/// @param price dollars per share
public record Premium(Price price) {

    /// A premium from text such as `2.50`.
    public static Premium of(String dollars) {
        return new Premium(Price.of(dollars));
    }

    /// What one standard contract costs at this premium.
    public Money perContract() {
        return new Money(price.perShare()).times(ContractMultiplier.STANDARD);
    }

    /// What a number of contracts costs at this premium.
    public Money times(Contracts contracts) {
        return perContract().times(contracts.count());
    }

    @Override
    public String toString() {
        return price.toString();
    }
}
