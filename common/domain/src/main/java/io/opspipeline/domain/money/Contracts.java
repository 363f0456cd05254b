package io.opspipeline.domain.money;

/// A number of whole option contracts; zero or more.
///
/// @param count contracts
public record Contracts(int count) implements Comparable<Contracts> {

    /// No contract.
    public static final Contracts NONE = new Contracts(0);

    /// Refuses a negative number.
    public Contracts {
        if (count < 0) {
            throw new IllegalArgumentException("contracts must not be negative, was " + count);
        }
    }

    /// The most contracts a budget pays for: floor, never forced to one.
    public static Contracts affordable(Money budget, Premium premium) {
        return new Contracts(budget.wholeUnits(premium.perContract()));
    }

    /// The smaller of the two.
    public Contracts min(Contracts other) {
        return new Contracts(Math.min(count, other.count));
    }

    /// True when there is no contract.
    public boolean isNone() {
        return count == 0;
    }

    @Override
    public int compareTo(Contracts other) {
        return Integer.compare(count, other.count);
    }
}
