package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.Market;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Decides whether a submitted spread is taken. The first check that fails names the refusal.
final class SpreadAdmission {

    /// A market order pays at most this share of all its legs' prices more than the touches it met.
    private static final BigDecimal COLLAR = new BigDecimal("0.04");

    private static final int SCALE = 6;

    private final Market market;
    private final Quotes quotes;
    private final VenueIds ids;
    private final VenueSettings settings;
    private final List<Function<SpreadEntry, Optional<Refusal>>> checks;

    SpreadAdmission(Market market, VenueSettings settings) {
        this.market = market;
        this.quotes = new Quotes(market);
        this.ids = new VenueIds(settings.seed());
        this.settings = settings;
        this.checks =
                List.of(
                        entry ->
                                FormChecks.clientOrderId(
                                        entry.book(), entry.submission().clientOrderId()),
                        entry -> ContractChecks.standing(entry.book()),
                        SpreadForm::count,
                        SpreadForm::intents,
                        SpreadForm::quantity,
                        SpreadForm::ratios,
                        SpreadForm::contracts,
                        SpreadForm::price,
                        entry -> SpreadChecks.contracts(entry, this.market),
                        SpreadChecks::hours,
                        SpreadChecks::level);
    }

    /// What was decided.
    sealed interface Verdict {

        /// Taken on these terms.
        record Admitted(SpreadTerms terms) implements Verdict {}

        /// Not taken.
        record Denied(Refusal refusal) implements Verdict {}
    }

    Verdict judge(AccountBook book, SpreadSubmission submission, Instant now) {
        SpreadEntry entry = new SpreadEntry(book, submission, market.session(), now);
        return checks.stream()
                .map(check -> check.apply(entry))
                .flatMap(Optional::stream)
                .findFirst()
                .<Verdict>map(Verdict.Denied::new)
                .orElseGet(() -> price(entry));
    }

    private Verdict price(SpreadEntry entry) {
        AccountId account = entry.book().opening().id();
        String name =
                entry.submission()
                        .clientOrderId()
                        .orElseGet(
                                () -> ids.clientOrder(account, entry.book().orders().count() + 1));
        List<LegTerms> legs = entry.legs(ids, name);
        return worst(entry, legs)
                .map(worst -> terms(entry, account, name, legs, worst))
                .map(terms -> judge(entry, terms))
                .orElseGet(() ->
                        new Verdict.Denied(
                                RefusalReason.MARKET_CLOSED.says(
                                        "no offer to price a market order against")));
    }

    private Verdict judge(SpreadEntry entry, SpreadTerms terms) {
        AccountBook book = entry.book();
        Money cost = terms.cost(terms.units());
        Resting change = Resting.of(terms.payoff(terms.units()), cost);
        return SpreadChecks.holdings(entry, terms.legs())
                .or(() -> SpreadChecks.wash(book, terms.legs()))
                .or(() ->
                        SpreadChecks.expiresSoon(
                                entry, terms.legs(), settings.expiry().openingCutoff()))
                .or(() -> SpreadChecks.cover(book, terms.legs(), change))
                .or(() -> HoldingChecks.funds(book, change, cost.max(Money.ZERO)))
                .<Verdict>map(Verdict.Denied::new)
                .orElseGet(() -> new Verdict.Admitted(terms));
    }

    private SpreadTerms terms(
            SpreadEntry entry,
            AccountId account,
            String name,
            List<LegTerms> legs,
            BigDecimal worst) {
        return new SpreadTerms(
                ids.order(account, name),
                name,
                account,
                legs,
                entry.units(),
                entry.submission().limitPrice(),
                worst,
                fees(entry.book(), legs));
    }

    private Optional<BigDecimal> worst(SpreadEntry entry, List<LegTerms> legs) {
        return entry.isMarket()
                ? SpreadMarket.of(legs, quotes, entry.now()).flatMap(SpreadAdmission::collar)
                : entry.submission().limitPrice();
    }

    private static Optional<BigDecimal> collar(SpreadMarket market) {
        return market.touches()
                .map(touches ->
                        market.net(touches)
                                .add(market.gross(touches).multiply(COLLAR))
                                .setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    // A fee on what is sold grows with its price, which nobody knows yet: an option is hardly ever
    // worth more than its strike.
    private static Money fees(AccountBook book, List<LegTerms> legs) {
        return legs.stream()
                .map(leg -> {
                    Price bound = leg.contract().strike();
                    return book.fees(leg.instrument(), leg.side(), leg.ratio(), bound);
                })
                .reduce(Money.ZERO, Money::plus);
    }
}
