package io.opspipeline.exchange.wire.listing;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.exchange.wire.http.Parameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// The filters that the contract list and the option chain share.
///
/// @param type `call` or `put`
/// @param root the root of the symbol
/// @param expiry the one expiry
/// @param firstExpiry the earliest expiry
/// @param lastExpiry the latest expiry
/// @param lowest the lowest strike
/// @param highest the highest strike
public record ContractFilter(
        Optional<Right> type,
        Optional<String> root,
        Optional<LocalDate> expiry,
        Optional<LocalDate> firstExpiry,
        Optional<LocalDate> lastExpiry,
        Optional<BigDecimal> lowest,
        Optional<BigDecimal> highest) {

    /// Reads the filters.
    public static ContractFilter of(Parameters parameters) {
        return new ContractFilter(
                parameters.text("type").map(type -> right(parameters, type)),
                parameters.text("root_symbol"),
                parameters.date("expiration_date"),
                parameters.date("expiration_date_gte"),
                parameters.date("expiration_date_lte"),
                parameters.decimal("strike_price_gte"),
                parameters.decimal("strike_price_lte"));
    }

    /// This filter with a latest expiry, unless it names an expiry or a latest one itself.
    public ContractFilter byDefaultUntil(LocalDate last) {
        Optional<LocalDate> until =
                expiry.isPresent() ? Optional.empty() : lastExpiry.or(() -> Optional.of(last));
        return new ContractFilter(type, root, expiry, firstExpiry, until, lowest, highest);
    }

    /// True when it lets the contract pass.
    public boolean passes(OccSymbol contract) {
        BigDecimal strike = contract.strike().perShare();
        return type.map(contract.right()::equals).orElse(true)
                && root.map(contract.root()::equals).orElse(true)
                && expiry.map(contract.expiry()::equals).orElse(true)
                && firstExpiry.map(first -> !contract.expiry().isBefore(first)).orElse(true)
                && lastExpiry.map(last -> !contract.expiry().isAfter(last)).orElse(true)
                && lowest.map(low -> strike.compareTo(low) >= 0).orElse(true)
                && highest.map(high -> strike.compareTo(high) <= 0).orElse(true);
    }

    private static Right right(Parameters parameters, String type) {
        return switch (type) {
            case "call", "put" -> Right.valueOf(type.toUpperCase(Locale.ROOT));
            default -> throw parameters.invalid("type", type);
        };
    }
}
