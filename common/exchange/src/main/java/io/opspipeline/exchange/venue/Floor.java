package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.exchange.market.Market;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The venue without its lock: all accounts, and time. Guarded by the venue's lock.
final class Floor {

    private final Faults faults;
    private final EventQueue events;
    private final Quotes quotes;
    private final Steps steps;
    private final Admission admission;
    private final Desk desk;
    private final SpreadAdmission spreads;
    private final ExerciseDesk exercises;
    private final SellOut sellOut;
    private final Expiry expiry;
    private final SortedMap<AccountId, AccountBook> books = new TreeMap<>();
    private Instant now;

    Floor(
            Market market,
            VenueSettings settings,
            Faults faults,
            EventQueue events,
            Collection<OpeningAccount> accounts,
            Instant start) {
        this.faults = faults;
        this.events = events;
        this.quotes = new Quotes(market);
        this.steps = new Steps(market);
        this.admission = new Admission(market, settings);
        this.desk = new Desk(quotes, steps, settings, faults, events);
        this.spreads = new SpreadAdmission(market, settings);
        this.exercises = new ExerciseDesk(quotes, market);
        this.sellOut = new SellOut(market, settings, desk);
        this.expiry = new Expiry(market, settings.expiry().delivery());
        this.now = start;
        for (OpeningAccount account : accounts) {
            books.put(account.id(), new AccountBook(account, settings, market));
        }
    }

    Instant now() {
        return now;
    }

    /// The step that time lies in; see [Steps#at].
    long step() {
        return steps.at(now);
    }

    /// Every account's book, by account id.
    Collection<AccountBook> books() {
        return books.values();
    }

    /// @throws IllegalArgumentException when there is no such account
    AccountBook book(AccountId account) {
        return Optional.ofNullable(books.get(account))
                .orElseThrow(() -> new IllegalArgumentException("no account " + account));
    }

    SubmitAnswer submit(AccountId account, OrderSubmission submission) {
        AccountBook book = book(account);
        Optional<Refusal> fault = faults.onSubmit(account, submission, now);
        if (fault.isPresent()) {
            return new SubmitAnswer.Refused(fault.get());
        }
        return switch (admission.judge(book, submission, now)) {
            case Admission.Verdict.Denied(var refusal) -> new SubmitAnswer.Refused(refusal);
            case Admission.Verdict.Admitted(var terms) ->
                    new SubmitAnswer.Accepted(desk.take(book, terms, now));
        };
    }

    SpreadAnswer submit(AccountId account, SpreadSubmission submission) {
        AccountBook book = book(account);
        Optional<Refusal> fault = faults.onSubmit(account, submission, now);
        if (fault.isPresent()) {
            return new SpreadAnswer.Refused(fault.get());
        }
        return switch (spreads.judge(book, submission, now)) {
            case SpreadAdmission.Verdict.Denied(var refusal) -> new SpreadAnswer.Refused(refusal);
            case SpreadAdmission.Verdict.Admitted(var terms) ->
                    new SpreadAnswer.Accepted(desk.take(book, terms, now));
        };
    }

    ExerciseAnswer exercise(AccountId account, String symbol) {
        return exercises.exercise(book(account), symbol, now);
    }

    ExerciseAnswer doNotExercise(AccountId account, String symbol) {
        return exercises.doNotExercise(book(account), symbol, now);
    }

    void assign(AccountId account, OccSymbol contract, int quantity) {
        exercises.assign(book(account), contract, quantity, now);
    }

    void adjust(OccSymbol from, OccSymbol to, int times) {
        books.values().forEach(book -> book.adjust(from, to, times, now));
    }

    CancelAnswer cancel(AccountId account, String orderId) {
        AccountBook book = book(account);
        Optional<WorkingSpread> whole = book.orders().findByLegId(orderId);
        if (whole.isPresent()) {
            return new CancelAnswer.Refused(leg(whole.get()));
        }
        return book.orders()
                .find(orderId)
                .map(order -> cancel(book, order))
                .orElseGet(() -> new CancelAnswer.Refused(notFound(orderId)));
    }

    void advanceTo(Instant at) {
        if (at.isBefore(now)) {
            throw new IllegalArgumentException(
                    "time cannot go back from %s to %s".formatted(now, at));
        }
        for (long step = steps.at(now) + 1; step <= steps.at(at); step++) {
            long current = step;
            now = steps.start(step);
            events.around(() -> books.values().forEach(book -> step(book, current)));
        }
        now = at;
    }

    private void step(AccountBook book, long step) {
        book.liquidity().renew();
        for (Working order : book.orders().open()) {
            if (step == steps.last()) {
                desk.expire(book, order, now);
            } else {
                desk.work(book, order, now);
            }
        }
        book.orders().sweep();
        refreshQuotes(book);
        if (step == steps.last()) {
            expiry.settle(book);
        } else {
            sellOut.step(book, now);
        }
    }

    private void refreshQuotes(AccountBook book) {
        for (Holding holding : book.holdings().all()) {
            quotes.at(holding.instrument(), now).ifPresent(holding::quoted);
        }
    }

    private CancelAnswer cancel(AccountBook book, Working order) {
        if (!order.progress().isOpen()) {
            return new CancelAnswer.Refused(ended(order));
        }
        desk.cancel(book, order, now);
        return new CancelAnswer.Accepted();
    }

    private static Refusal notFound(String orderId) {
        return RefusalReason.ORDER_NOT_FOUND.says("order not found for " + orderId);
    }

    private static Refusal leg(WorkingSpread whole) {
        return RefusalReason.ORDER_ENDED.says(
                "leg order is already in %s state".formatted(whole.progress().status().word()));
    }

    private static Refusal ended(Working order) {
        return RefusalReason.ORDER_ENDED.says(
                "order is already in \"%s\" state".formatted(order.progress().status().word()));
    }
}
