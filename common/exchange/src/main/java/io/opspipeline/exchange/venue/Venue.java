package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.market.Market;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// The exchange's trading core for one session. Time moves only by [#advanceTo]; every other method
/// may be called by any thread at any time. An unknown account id is a programming error and throws
/// [IllegalArgumentException].
@SuppressWarnings("DoNotCallSuggester")
public final class Venue {

    /// A listener's place; closing it ends the calls.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /// @param market what can be traded
    /// @param settings how it behaves
    /// @param faults what goes wrong on purpose
    /// @param accounts who trades; ids, numbers and keys must differ
    /// @param start the venue's first `now`, UTC
    public Venue(
            Market market,
            VenueSettings settings,
            Faults faults,
            Collection<OpeningAccount> accounts,
            Instant start) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    /// The switches, for the wire to ask about answers.
    public Faults faults() {
        throw new UnsupportedOperationException();
    }

    /// The venue's time, UTC.
    public Instant now() {
        throw new UnsupportedOperationException();
    }

    /// Moves time forward and works the orders at every 5-second step of the session on the way.
    /// Called by one driver. The same instant again does nothing.
    ///
    /// @throws IllegalArgumentException when time would go back
    public void advanceTo(Instant at) {
        throw new UnsupportedOperationException();
    }

    /// Adds a listener; it hears what happens from now on.
    public Registration listen(VenueListener listener) {
        throw new UnsupportedOperationException();
    }

    /// Every account.
    public SortedSet<AccountId> accounts() {
        throw new UnsupportedOperationException();
    }

    /// The account of a key and its secret; empty when either is wrong.
    public Optional<AccountId> authenticate(String keyId, String secret) {
        throw new UnsupportedOperationException();
    }

    /// Sends an order. What is marketable fills before this returns.
    public SubmitAnswer submit(AccountId account, OrderSubmission submission) {
        throw new UnsupportedOperationException();
    }

    /// Asks for the end of an order, by the venue's id.
    public CancelAnswer cancel(AccountId account, String orderId) {
        throw new UnsupportedOperationException();
    }

    /// An account's order by the venue's id.
    public Optional<OrderView> order(AccountId account, String orderId) {
        throw new UnsupportedOperationException();
    }

    /// An account's order by the client's id.
    public Optional<OrderView> orderByClientId(AccountId account, String clientOrderId) {
        throw new UnsupportedOperationException();
    }

    /// Every order of an account, whatever became of it, oldest first.
    public List<OrderView> orders(AccountId account) {
        throw new UnsupportedOperationException();
    }

    /// Every position of an account, by symbol.
    public List<PositionView> positions(AccountId account) {
        throw new UnsupportedOperationException();
    }

    /// An account.
    public AccountView account(AccountId account) {
        throw new UnsupportedOperationException();
    }

    /// Every fill of every account, by account and then oldest first.
    public List<VenueFill> fills() {
        throw new UnsupportedOperationException();
    }

    /// Everything, at one moment.
    public Books books() {
        throw new UnsupportedOperationException();
    }
}
