package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.RefusalReason.CONTRACT_EXPIRED;
import static io.opspipeline.exchange.venue.RefusalReason.EXPIRES_SOON;
import static io.opspipeline.exchange.venue.RefusalReason.LEVEL_TOO_LOW;
import static io.opspipeline.exchange.venue.RefusalReason.MARKET_CLOSED;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import java.time.Duration;
import java.util.Optional;

/// Whether the instrument can be traded now, by this account.
final class ContractChecks {

    private static final int LONG_OPTIONS = 2;

    private ContractChecks() {}

    /// The contract still lives.
    static Optional<Refusal> expired(Entry entry) {
        return contract(entry)
                .filter(contract -> isExpired(entry, contract))
                .map(contract ->
                        CONTRACT_EXPIRED.says("contract \"%s\" is expired".formatted(contract)));
    }

    /// Market orders need an open market, and a buy an offer to be priced against. (The broker
    /// queues market orders in stocks; this venue has one session and does not.)
    static Optional<Refusal> hours(Entry entry) {
        if (!entry.isMarket()) {
            return Optional.empty();
        }
        if (!entry.session().contains(entry.now())) {
            return Optional.of(
                    MARKET_CLOSED.says(
                            (entry.isOption() ? "options market orders" : "market orders")
                                    + " are only allowed during market hours"));
        }
        return entry.isBuy() && entry.worst().isEmpty()
                ? Optional.of(MARKET_CLOSED.says("no offer to price a market order against"))
                : Optional.empty();
    }

    /// A contract near its end can be sold, not bought.
    static Optional<Refusal> expiresSoon(Entry entry, Duration cutoff) {
        boolean late = !entry.now().isBefore(entry.session().close().minus(cutoff));
        return contract(entry)
                .filter(contract -> contract.expiry().equals(entry.session().date()))
                .filter(_ -> entry.isBuy() && late)
                .map(contract ->
                        EXPIRES_SOON.says(
                                "contract \"%s\" expires soon, unable to open new positions"
                                        .formatted(contract)));
    }

    /// The account may buy calls and puts.
    static Optional<Refusal> level(Entry entry) {
        return entry.isOption()
                        && entry.isBuy()
                        && entry.book().opening().optionsLevel() < LONG_OPTIONS
                ? Optional.of(LEVEL_TOO_LOW.says("account not eligible for level2 options trading"))
                : Optional.empty();
    }

    private static boolean isExpired(Entry entry, OccSymbol contract) {
        return contract.expiry().isBefore(entry.session().date())
                || (contract.expiry().equals(entry.session().date())
                        && !entry.now().isBefore(entry.session().close()));
    }

    private static Optional<OccSymbol> contract(Entry entry) {
        return switch (entry.instrument()) {
            case Instrument.Option(var contract) -> Optional.of(contract);
            case Instrument.Stock _ -> Optional.empty();
        };
    }
}
