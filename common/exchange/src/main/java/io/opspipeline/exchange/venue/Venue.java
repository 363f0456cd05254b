package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.exchange.market.Market;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The exchange's trading core for one session, or for several one after the other when the market
/// goes on to its next. Time moves only by [#advanceTo]; every other method may be called by any
/// thread at any time: one lock guards orders and money. An unknown account id is a programming
/// error and throws [IllegalArgumentException].
public final class Venue {

    private final Market market;
    private final Faults faults;
    private final Keys keys;
    private final EventQueue events;
    private final Floor floor;
    private final List<StepListener> stepListeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    /// A listener's place; closing it ends the calls.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /// Hears that the market has moved.
    @FunctionalInterface
    public interface StepListener {

        /// Called once for each [#advanceTo] that reached a new step of the session, after its
        /// order events, on the driver's thread. The books are not locked meanwhile.
        ///
        /// @param now the venue's time, UTC
        void stepped(Instant now);
    }

    /// @param market what can be traded
    /// @param settings how it behaves
    /// @param faults what goes wrong on purpose
    /// @param accounts who trades; ids and keys must differ
    /// @param start the venue's first `now`, UTC
    public Venue(
            Market market,
            VenueSettings settings,
            Faults faults,
            Collection<OpeningAccount> accounts,
            Instant start) {
        this.market = market;
        this.faults = faults;
        this.keys = new Keys(accounts);
        this.events = new EventQueue(faults);
        this.floor = new Floor(market, settings, faults, events, accounts, start);
    }

    /// A venue with standard settings, no faults, and the market's seed, at the given time.
    public static Venue open(Market market, Collection<OpeningAccount> accounts, Instant start) {
        return new Venue(
                market,
                VenueSettings.standard(market.description().seed()),
                Faults.none(),
                accounts,
                start);
    }

    /// What can be traded here.
    public Market market() {
        return market;
    }

    /// The switches, for the wire to ask about answers.
    public Faults faults() {
        return faults;
    }

    /// The venue's time, UTC.
    public Instant now() {
        return locked(floor::now);
    }

    /// Moves time forward and works the orders at every 5-second step of the session on the way: in
    /// each step what waits may fill, then pending cancels are done. At the close day orders expire
    /// and expiring contracts are settled. Called by one driver. The same instant again does
    /// nothing.
    ///
    /// @throws IllegalArgumentException when time would go back
    public void advanceTo(Instant at) {
        boolean moved =
                locked(() -> {
                    long before = floor.step();
                    floor.advanceTo(at);
                    return floor.step() > before;
                });
        events.deliver();
        if (moved) {
            stepListeners.forEach(listener -> listener.stepped(at));
        }
    }

    /// Adds a listener; it hears what happens from now on.
    public Registration listen(VenueListener listener) {
        return events.listen(listener);
    }

    /// Adds a listener to the market's steps; it hears those from now on.
    public Registration listenToSteps(StepListener listener) {
        stepListeners.add(listener);
        return () -> stepListeners.remove(listener);
    }

    /// Every account.
    public SortedSet<AccountId> accounts() {
        return keys.accounts();
    }

    /// The account of a key and its secret; empty when either is wrong, or revoked by a fault.
    public Optional<AccountId> authenticate(String keyId, String secret) {
        return keys.authenticate(keyId, secret).filter(known -> !faults.revokes(known, now()));
    }

    /// Sends an order. What is marketable fills before this returns.
    public SubmitAnswer submit(AccountId account, OrderSubmission submission) {
        SubmitAnswer answer = locked(() -> floor.submit(account, submission));
        events.deliver();
        return answer;
    }

    /// Sends a spread. What is marketable fills before this returns.
    public SpreadAnswer submit(AccountId account, SpreadSubmission submission) {
        SpreadAnswer answer = locked(() -> floor.submit(account, submission));
        events.deliver();
        return answer;
    }

    /// Exercises all of a long position in an option now: shares at the strike.
    public ExerciseAnswer exercise(AccountId account, String symbol) {
        return locked(() -> floor.exercise(account, symbol));
    }

    /// Keeps a long position in an option from being exercised at the close.
    public ExerciseAnswer doNotExercise(AccountId account, String symbol) {
        return locked(() -> floor.doNotExercise(account, symbol));
    }

    /// The fault EARLY-ASSIGNMENT: contracts of a short position become shares at the strike now.
    /// No event tells of it; the books change at once. Cash may go below zero, and shares may be
    /// short.
    ///
    /// @throws IllegalArgumentException when the account is not short of so many
    public void assign(AccountId account, OccSymbol contract, int quantity) {
        locked(() -> {
            floor.assign(account, contract, quantity);
            return contract;
        });
    }

    /// The fault SPLIT-OVERNIGHT: contracts go on as others in every account, because their stock
    /// was split. No event tells of it; positions and histories do. Orders in them should have
    /// ended.
    ///
    /// @param times how many of the new are one of the old
    public void adjust(OccSymbol from, OccSymbol to, int times) {
        locked(() -> {
            floor.adjust(from, to, times);
            return to;
        });
    }

    /// Asks for the end of an order or a spread, by the venue's id. A leg is not ended alone. Most
    /// cancels are done before this returns; a share of them ([VenueSettings#slowCancelChance])
    /// only at the next step.
    public CancelAnswer cancel(AccountId account, String orderId) {
        CancelAnswer answer = locked(() -> floor.cancel(account, orderId));
        events.deliver();
        return answer;
    }

    /// An account's order by the venue's id.
    public Optional<OrderView> order(AccountId account, String orderId) {
        return placed(account, orderId).flatMap(Venue::single);
    }

    /// An account's order by the client's id.
    public Optional<OrderView> orderByClientId(AccountId account, String clientOrderId) {
        return placedByClientId(account, clientOrderId).flatMap(Venue::single);
    }

    /// Every order of an account, whatever became of it, oldest first; no spreads.
    public List<OrderView> orders(AccountId account) {
        return locked(() -> floor.book(account).views(OrderView.class));
    }

    /// An account's order or spread by the venue's id; the id of a leg finds its spread.
    public Optional<PlacedOrder> placed(AccountId account, String orderId) {
        return locked(() -> {
            OrderRegister orders = floor.book(account).orders();
            return orders.find(orderId).or(() -> orders.findByLegId(orderId)).map(Working::view);
        });
    }

    /// An account's order or spread by the client's id.
    public Optional<PlacedOrder> placedByClientId(AccountId account, String clientOrderId) {
        return locked(() ->
                floor.book(account).orders().findByClientId(clientOrderId).map(Working::view));
    }

    /// Every order and spread of an account, whatever became of it, oldest first.
    public List<PlacedOrder> placed(AccountId account) {
        return locked(() -> floor.book(account).orders().views());
    }

    /// The account's history that shows by now, oldest first.
    public List<Activity> activities(AccountId account) {
        return locked(() -> floor.book(account).activities().at(floor.now()));
    }

    /// Every position of an account, by symbol.
    public List<PositionView> positions(AccountId account) {
        return locked(() -> floor.book(account).positions());
    }

    /// An account.
    public AccountView account(AccountId account) {
        return locked(() -> floor.book(account).view());
    }

    /// Every fill of every account, by account and then oldest first.
    public List<VenueFill> fills() {
        return locked(() -> floor.books().stream().flatMap(book -> book.fills().stream()).toList());
    }

    /// Everything, at one moment.
    public Books books() {
        return locked(() ->
                new Books(floor.now(), floor.books().stream().map(AccountBook::books).toList()));
    }

    private static Optional<OrderView> single(PlacedOrder order) {
        return order instanceof OrderView view ? Optional.of(view) : Optional.empty();
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
