package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.RefusalReason.ACCOUNT_SUSPENDED;
import static io.opspipeline.exchange.venue.RefusalReason.CONTRACT_EXPIRED;
import static io.opspipeline.exchange.venue.RefusalReason.EXPIRES_SOON;
import static io.opspipeline.exchange.venue.RefusalReason.LEVEL_TOO_LOW;
import static io.opspipeline.exchange.venue.RefusalReason.MARKET_CLOSED;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether the instrument can be traded now, by this account.
final class ContractChecks {

    private static final int LONG_OPTIONS = 2;

    private ContractChecks() {}

    /// The broker takes orders of the account.
    static Optional<Refusal> standing(AccountBook book) {
        return book.opening().tradingBlocked()
                ? Optional.of(ACCOUNT_SUSPENDED.says("account is not allowed to trade"))
                : Optional.empty();
    }

    /// The contract still lives.
    static Optional<Refusal> expired(Entry entry) {
        return contract(entry)
                .filter(contract -> isExpired(contract, entry.session(), entry.now()))
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

    /// A contract near its end can be closed, not bought to open.
    static Optional<Refusal> expiresSoon(Entry entry, Duration cutoff) {
        return contract(entry)
                .filter(_ -> HoldingChecks.inferred(entry) == PositionIntent.BUY_TO_OPEN)
                .filter(contract -> isLate(contract, entry.session(), entry.now(), cutoff))
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

    /// True when a contract has ended.
    static boolean isExpired(OccSymbol contract, Session session, Instant now) {
        return contract.expiry().isBefore(session.date())
                || (contract.expiry().equals(session.date()) && !now.isBefore(session.close()));
    }

    /// True when a contract is too near its end to open a position in it.
    static boolean isLate(OccSymbol contract, Session session, Instant now, Duration cutoff) {
        return contract.expiry().equals(session.date())
                && !now.isBefore(session.close().minus(cutoff));
    }

    private static Optional<OccSymbol> contract(Entry entry) {
        return switch (entry.instrument()) {
            case Instrument.Option(var contract) -> Optional.of(contract);
            case Instrument.Stock _ -> Optional.empty();
        };
    }
}
