package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.RefusalReason.NOT_EXERCISABLE;
import static io.opspipeline.exchange.venue.RefusalReason.POSITION_NOT_FOUND;
import static io.opspipeline.exchange.venue.RefusalReason.SHORT_POSITION;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.Market;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Exercises longs on request, keeps longs from being exercised, and assigns shorts early. All
/// three are for shares, whatever becomes of contracts at the close. Called under the venue's lock.
///
/// @param quotes of stocks and contracts
/// @param market with the traded session
record ExerciseDesk(Quotes quotes, Market market) {

    /// Exercises all of a long position, before or in the session.
    ExerciseAnswer exercise(AccountBook book, String symbol, Instant now) {
        return decide(
                find(book, symbol, "exercise"),
                contract ->
                        first(
                                List.of(
                                        () -> hours(now),
                                        () -> dne(book, contract),
                                        () -> freedom(book, contract),
                                        () -> money(book, contract, now),
                                        () -> means(book, delivery(book, contract, now)))),
                contract -> deliver(book, delivery(book, contract, now), now));
    }

    /// Keeps a long position from being exercised at the close of this session.
    ExerciseAnswer doNotExercise(AccountBook book, String symbol, Instant now) {
        return decide(
                find(book, symbol, "submit DNE for"),
                contract ->
                        first(
                                List.of(
                                        () -> dneTime(contract, now),
                                        () -> worthless(book, contract))),
                contract -> book.unexercised().add(contract));
    }

    /// Assigns contracts of a short position.
    ///
    /// @throws IllegalArgumentException when the account is not short of so many
    void assign(AccountBook book, OccSymbol contract, int quantity, Instant now) {
        int held = held(book, contract);
        if (quantity < 1 || held > -quantity) {
            throw new IllegalArgumentException(
                    "cannot assign %d of %s, held %d".formatted(quantity, contract, held));
        }
        deliver(book, new Delivery(book.opening().id(), contract, quantity, now), now);
    }

    private static ExerciseAnswer decide(
            Found found, Function<OccSymbol, Optional<Refusal>> check, Consumer<OccSymbol> deed) {
        return switch (found) {
            case Found.Missing(var refusal) -> new ExerciseAnswer.Refused(refusal);
            case Found.Held(var contract) -> {
                Optional<Refusal> refusal = check.apply(contract);
                refusal.ifPresentOrElse(_ -> {}, () -> deed.accept(contract));
                yield refusal.<ExerciseAnswer>map(ExerciseAnswer.Refused::new)
                        .orElseGet(ExerciseAnswer.Accepted::new);
            }
        };
    }

    private sealed interface Found {
        record Held(OccSymbol contract) implements Found {}

        record Missing(Refusal refusal) implements Found {}
    }

    private static Found find(AccountBook book, String symbol, String deed) {
        Optional<OccSymbol> contract = OccSymbol.tryParse(symbol);
        if (contract.isEmpty()) {
            return new Found.Missing(RefusalReason.UNSUPPORTED.says("invalid symbol"));
        }
        int held = held(book, contract.get());
        if (held == 0) {
            return new Found.Missing(POSITION_NOT_FOUND.says("long position not found: " + symbol));
        }
        return held < 0
                ? new Found.Missing(SHORT_POSITION.says("cannot %s short position".formatted(deed)))
                : new Found.Held(contract.get());
    }

    private Optional<Refusal> hours(Instant now) {
        Session session = market.session();
        boolean isLate =
                !now.isBefore(session.close()) && NewYork.dateOf(now).equals(session.date());
        return isLate
                ? refused("exercise requests are not accepted after market close until midnight")
                : Optional.empty();
    }

    private static Optional<Refusal> dne(AccountBook book, OccSymbol contract) {
        return book.unexercised().contains(contract)
                ? refused("cannot exercise position marked as do-not-exercise")
                : Optional.empty();
    }

    private static Optional<Refusal> freedom(AccountBook book, OccSymbol contract) {
        int held = held(book, contract);
        int available = held - book.offered(new Instrument.Option(contract));
        return available < held
                ? refused(
                        "insufficient qty available (required: %d, available: %d)"
                                .formatted(held, available))
                : cover(book, contract);
    }

    // Without this long a short would be naked.
    private static Optional<Refusal> cover(AccountBook book, OccSymbol contract) {
        Resting gone = Resting.sell(contract, held(book, contract));
        return book.margin(Optional.of(gone)).isCovered()
                ? Optional.empty()
                : refused(
                        "insufficient qty available (required: %d, available: 0)"
                                .formatted(held(book, contract)));
    }

    private static Optional<Refusal> funds(AccountBook book, OccSymbol contract, Money cash) {
        Resting gone = Resting.sell(contract, held(book, contract));
        return HoldingChecks.funds(book, gone, cash)
                .flatMap(_ ->
                        refused(
                                "insufficient cash available (required: %s, available: %s)"
                                        .formatted(cash, book.buyingPower())));
    }

    private Optional<Refusal> money(AccountBook book, OccSymbol contract, Instant now) {
        Delivery delivery = delivery(book, contract, now);
        boolean pays =
                quotes.at(delivery.stock(), now)
                        .filter(quote -> Payoff.intrinsic(contract, quote.mid()).signum() > 0)
                        .isPresent();
        return pays ? Optional.empty() : refused("out-of-the-money contract, contact support");
    }

    /// Why an account cannot pay or deliver what an exercise takes.
    static Optional<Refusal> means(AccountBook book, Delivery delivery) {
        Money cost = delivery.cash().negated().max(Money.ZERO);
        Optional<Refusal> tooDear = funds(book, delivery.contract(), cost);
        if (tooDear.isPresent()) {
            return tooDear;
        }
        int free = book.held(delivery.stock()) - book.offered(delivery.stock());
        return -delivery.shares() > Math.max(0, free)
                ? refused(
                        "insufficient underlying qty available for deliverable (required: %d, available: %d)"
                                .formatted(-delivery.shares(), free))
                : Optional.empty();
    }

    // A long that will not be exercised covers nothing, now or in an open order.
    private static Optional<Refusal> worthless(AccountBook book, OccSymbol contract) {
        Set<OccSymbol> unexercised = new TreeSet<>(book.unexercised());
        unexercised.add(contract);
        Margin margin = book.margin(unexercised, Optional.empty());
        Money more = margin.collateral().minus(book.margin(Optional.empty()).collateral());
        return margin.isCovered() && !more.exceeds(book.buyingPower())
                ? Optional.empty()
                : refused("cannot submit DNE for a position that covers a short one");
    }

    private Optional<Refusal> dneTime(OccSymbol contract, Instant now) {
        if (!contract.expiry().equals(NewYork.dateOf(now))) {
            return refused("dne requests are only accepted on the expiration day");
        }
        Instant close = market.session().close();
        return now.isBefore(close)
                ? Optional.empty()
                : refused("dne requests are not accepted after " + NewYork.timeOf(close));
    }

    private static Delivery delivery(AccountBook book, OccSymbol contract, Instant now) {
        return new Delivery(book.opening().id(), contract, -held(book, contract), now);
    }

    private void deliver(AccountBook book, Delivery delivery, Instant now) {
        Price strike = delivery.contract().strike();
        Quote atStrike = new Quote(strike, strike, 0, 0);
        book.book(
                delivery,
                quotes.at(new Instrument.Option(delivery.contract()), now).orElse(atStrike),
                quotes.at(delivery.stock(), now).orElse(atStrike));
    }

    private static int held(AccountBook book, OccSymbol contract) {
        return book.held(new Instrument.Option(contract));
    }

    private static Optional<Refusal> refused(String message) {
        return Optional.of(NOT_EXERCISABLE.says(message));
    }

    private static Optional<Refusal> first(List<Supplier<Optional<Refusal>>> checks) {
        return checks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }
}
