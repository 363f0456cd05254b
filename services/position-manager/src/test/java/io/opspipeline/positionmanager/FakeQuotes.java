package io.opspipeline.positionmanager;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.market.OptionQuoteStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/// A stream of quotes that says what its test says. It connects when it is opened, unless it is
/// down.
final class FakeQuotes implements OptionQuoteStream {

    /// What was subscribed to, oldest first.
    final List<Set<OccSymbol>> subscriptions = new CopyOnWriteArrayList<>();

    boolean isDown;

    /// How many of the next attempts to open it fail.
    int failures;

    /// How many of the next changes nobody confirms.
    int unconfirmed;

    private final Clock clock;
    private volatile Optional<Listener> listener = Optional.empty();

    FakeQuotes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Connection open(Set<OccSymbol> contracts, Listener opener) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("no credentials");
        }
        listener = Optional.of(opener);
        subscriptions.add(new TreeSet<>(contracts));
        if (isDown) {
            opener.disconnected("down");
        } else {
            opener.connected();
        }
        return new Connection() {

            private Set<OccSymbol> given = Set.copyOf(contracts);

            @Override
            public boolean subscribe(Set<OccSymbol> wanted) {
                if (wanted.equals(given)) {
                    return true;
                }
                subscriptions.add(new TreeSet<>(wanted));
                if (unconfirmed > 0) {
                    unconfirmed--;
                    return false;
                }
                given = Set.copyOf(wanted);
                return true;
            }

            @Override
            public void close() {
                listener = Optional.empty();
            }
        };
    }

    boolean isOpen() {
        return listener.isPresent();
    }

    void say(String symbol, String bid, String ask) {
        Instant now = clock.instant();
        var quote = new Quote(Price.of(bid), Price.of(ask), 10, 10);
        say(symbol, new QuoteReading.Seen(new Sighting(quote, now, now)));
    }

    void say(String symbol, QuoteFault fault) {
        say(symbol, new QuoteReading.Unusable(fault, clock.instant()));
    }

    void disconnect() {
        listener.orElseThrow().disconnected("the test said so");
    }

    void connect() {
        listener.orElseThrow().connected();
    }

    private void say(String symbol, QuoteReading reading) {
        listener.orElseThrow().quotes(Map.of(OccSymbol.parse(symbol), reading));
    }
}
