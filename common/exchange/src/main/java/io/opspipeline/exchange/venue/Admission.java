package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.Market;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Decides whether a submitted order is taken. The first check that fails names the refusal.
final class Admission {

    private final Market market;
    private final Quotes quotes;
    private final VenueIds ids;
    private final List<Function<Entry, Optional<Refusal>>> checks;

    Admission(Market market, VenueSettings settings) {
        this.market = market;
        this.quotes = new Quotes(market);
        this.ids = new VenueIds(settings.seed());
        this.checks =
                List.of(
                        entry -> ContractChecks.standing(entry.book()),
                        FormChecks::quantity,
                        FormChecks::price,
                        ContractChecks::expired,
                        ContractChecks::hours,
                        HoldingChecks::intent,
                        HoldingChecks::quantity,
                        HoldingChecks::cover,
                        HoldingChecks::wash,
                        entry ->
                                ContractChecks.expiresSoon(
                                        entry, settings.expiry().openingCutoff()),
                        ContractChecks::level,
                        HoldingChecks::funds);
    }

    /// What was decided.
    sealed interface Verdict {

        /// Taken on these terms.
        record Admitted(OrderTerms terms) implements Verdict {}

        /// Not taken.
        record Denied(Refusal refusal) implements Verdict {}
    }

    Verdict judge(AccountBook book, OrderSubmission submission, Instant now) {
        Optional<Refusal> misnamed = FormChecks.clientOrderId(book, submission.clientOrderId());
        if (misnamed.isPresent()) {
            return new Verdict.Denied(misnamed.get());
        }
        return Listed.find(market, submission.symbol())
                .map(listed -> judge(entry(book, submission, listed, now)))
                .orElseGet(() -> new Verdict.Denied(unknown(submission.symbol())));
    }

    private Entry entry(AccountBook book, OrderSubmission submission, Listed listed, Instant now) {
        return new Entry(
                book,
                submission,
                listed,
                quotes.at(listed.instrument(), now),
                market.session(),
                now);
    }

    private Verdict judge(Entry entry) {
        return checks.stream()
                .map(check -> check.apply(entry))
                .flatMap(Optional::stream)
                .findFirst()
                .<Verdict>map(Verdict.Denied::new)
                .orElseGet(() -> new Verdict.Admitted(terms(entry)));
    }

    private OrderTerms terms(Entry entry) {
        AccountBook book = entry.book();
        String clientOrderId =
                entry.submission()
                        .clientOrderId()
                        .orElseGet(() ->
                                ids.clientOrder(book.opening().id(), book.orders().count() + 1));
        return new OrderTerms(
                ids.order(book.opening().id(), clientOrderId),
                clientOrderId,
                book.opening().id(),
                entry.instrument(),
                entry.submission().side(),
                HoldingChecks.inferred(entry),
                entry.quantity(),
                entry.limit(),
                entry.worst(),
                offIncrement(entry));
    }

    /// The broker takes a price between two steps and the venue then rejects it.
    private static Optional<String> offIncrement(Entry entry) {
        return entry.limit()
                .filter(limit -> !entry.listed().increment().isValid(limit))
                .map(limit -> offIncrement(entry, limit));
    }

    private static String offIncrement(Entry entry, Price limit) {
        return "limit price %s is not a multiple of %s"
                .formatted(limit, entry.listed().increment().stepAt(limit));
    }

    private static Refusal unknown(String symbol) {
        return RefusalReason.UNKNOWN_SYMBOL.says(
                OccSymbol.tryParse(symbol).isPresent()
                        ? "contract \"%s\" not found".formatted(symbol)
                        : "asset \"%s\" not found".formatted(symbol));
    }
}
