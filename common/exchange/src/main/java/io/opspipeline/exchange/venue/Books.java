package io.opspipeline.exchange.venue;

import io.opspipeline.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// All books at one moment, for invariants and reports: one consistent picture.
///
/// @param at the venue's time, UTC
/// @param accounts by account id
public record Books(Instant at, List<AccountBooks> accounts) {

    /// The books of one account.
    ///
    /// @param account cash and values
    /// @param positions by symbol
    /// @param orders every order ever taken, oldest first
    /// @param spreads every spread ever taken, oldest first
    /// @param fills every fill, legs of spreads included, oldest first
    /// @param settlements every expiry, oldest first
    /// @param deliveries every exercise and assignment for shares, oldest first
    public record AccountBooks(
            AccountView account,
            List<PositionView> positions,
            List<OrderView> orders,
            List<SpreadView> spreads,
            List<VenueFill> fills,
            List<Settlement> settlements,
            List<Delivery> deliveries) {

        /// What filling away from the mid has cost: sum of |fill - mid| x quantity x multiplier.
        public Money spreadCost() {
            return sum(fills, VenueFill::spreadCost);
        }

        /// All fees.
        public Money fees() {
            return sum(fills, VenueFill::fees);
        }

        /// What the cash must be: opening cash and every change the books know of.
        public Money expectedCash() {
            return account.openingCash()
                    .plus(sum(fills, VenueFill::cashChange))
                    .plus(sum(settlements, Settlement::cash))
                    .plus(sum(deliveries, Delivery::cash));
        }
    }

    private static <T> Money sum(List<T> items, Function<T, Money> amount) {
        return items.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }
}
