package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.RefusalReason.CONTRACT_EXPIRED;
import static io.opspipeline.exchange.venue.RefusalReason.EXPIRES_SOON;
import static io.opspipeline.exchange.venue.RefusalReason.INSUFFICIENT_QUANTITY;
import static io.opspipeline.exchange.venue.RefusalReason.INTENT_MISMATCH;
import static io.opspipeline.exchange.venue.RefusalReason.LEVEL_TOO_LOW;
import static io.opspipeline.exchange.venue.RefusalReason.MARKET_CLOSED;
import static io.opspipeline.exchange.venue.RefusalReason.UNKNOWN_SYMBOL;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.market.Market;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Whether a well-formed spread can be traded now, by this account.
final class SpreadChecks {

    private static final int SPREADS = 3;

    private SpreadChecks() {}

    /// Every contract is listed and lives.
    static Optional<Refusal> contracts(SpreadEntry entry, Market market) {
        return first(
                entry.contracts(),
                contract -> {
                    if (market.option(contract).isEmpty()) {
                        return Optional.of(UNKNOWN_SYMBOL.says("asset not found for " + contract));
                    }
                    return ContractChecks.isExpired(contract, entry.session(), entry.now())
                            ? Optional.of(
                                    CONTRACT_EXPIRED.says(
                                            "contract \"%s\" is expired".formatted(contract)))
                            : Optional.empty();
                });
    }

    /// Market orders need an open market.
    static Optional<Refusal> hours(SpreadEntry entry) {
        return entry.isMarket() && !entry.session().contains(entry.now())
                ? Optional.of(
                        MARKET_CLOSED.says(
                                "options market orders are only allowed during market hours"))
                : Optional.empty();
    }

    /// The account may trade spreads.
    static Optional<Refusal> level(SpreadEntry entry) {
        return entry.book().opening().optionsLevel() < SPREADS
                ? Optional.of(
                        LEVEL_TOO_LOW.says(
                                "account not eligible to trade spreads or uncovered contracts"))
                : Optional.empty();
    }

    /// Nothing is opened too near its end.
    static Optional<Refusal> expiresSoon(SpreadEntry entry, List<LegTerms> legs, Duration cutoff) {
        return first(
                legs,
                leg ->
                        leg.intent().opens()
                                        && ContractChecks.isLate(
                                                leg.contract(),
                                                entry.session(),
                                                entry.now(),
                                                cutoff)
                                ? Optional.of(
                                        EXPIRES_SOON.says(
                                                "contract \"%s\" expires soon, unable to open new positions"
                                                        .formatted(leg.contract())))
                                : Optional.empty());
    }

    /// Each leg does what it says, and closes no more than there is.
    static Optional<Refusal> holdings(SpreadEntry entry, List<LegTerms> legs) {
        return first(legs, leg -> holding(entry, leg));
    }

    /// No leg could trade with an order of the account on the other side.
    static Optional<Refusal> wash(AccountBook book, List<LegTerms> legs) {
        return first(
                legs,
                leg -> {
                    Side other = leg.side() == Side.BUY ? Side.SELL : Side.BUY;
                    return book.orders()
                            .open(other, leg.instrument())
                            .findFirst()
                            .map(order -> HoldingChecks.wash(order.terms()))
                            .or(() -> HoldingChecks.washWithSpread(book, other, leg.instrument()));
                });
    }

    /// A short that is opened has its long in the same spread, of the same right and expiry, and no
    /// short of the account is left without one.
    static Optional<Refusal> cover(AccountBook book, List<LegTerms> legs, Resting change) {
        Payoff opened = Payoff.NONE;
        for (LegTerms leg : legs) {
            opened = leg.intent().opens() ? opened.plus(leg.contract(), leg.signed(1)) : opened;
        }
        return isCovered(opened) && book.margin(Optional.of(change)).isCovered()
                ? Optional.empty()
                : Optional.of(HoldingChecks.uncovered());
    }

    private static boolean isCovered(Payoff opened) {
        return opened.contracts().keySet().stream()
                .map(Payoff.Series::of)
                .map(opened::of)
                .allMatch(series -> series.net(Right.CALL) >= 0 && series.net(Right.PUT) >= 0);
    }

    private static Optional<Refusal> holding(SpreadEntry entry, LegTerms leg) {
        int held = entry.book().held(leg.instrument());
        PositionIntent inferred = inferred(leg.side(), held);
        if (inferred != leg.intent()) {
            return Optional.of(
                    INTENT_MISMATCH.says(
                            "position intent mismatch, inferred: %s, specified: %s"
                                    .formatted(inferred.word(), leg.intent().word())));
        }
        return leg.intent().opens() ? Optional.empty() : closing(entry, leg, Math.abs(held));
    }

    private static PositionIntent inferred(Side side, int held) {
        return switch (side) {
            case BUY -> held < 0 ? PositionIntent.BUY_TO_CLOSE : PositionIntent.BUY_TO_OPEN;
            case SELL -> held > 0 ? PositionIntent.SELL_TO_CLOSE : PositionIntent.SELL_TO_OPEN;
        };
    }

    private static Optional<Refusal> closing(SpreadEntry entry, LegTerms leg, int held) {
        Instrument instrument = leg.instrument();
        int promised = entry.book().orders().remaining(leg.side(), instrument);
        long wanted = (long) leg.ratio() * entry.units();
        return wanted <= held - promised
                ? Optional.empty()
                : Optional.of(
                        INSUFFICIENT_QUANTITY
                                .says(
                                        "insufficient qty available for order (requested: %d, available: %d)"
                                                .formatted(wanted, held - promised))
                                .with("symbol", instrument.symbol()));
    }

    private static <T> Optional<Refusal> first(
            List<T> items, Function<T, Optional<Refusal>> check) {
        return items.stream().map(check).flatMap(Optional::stream).findFirst();
    }
}
