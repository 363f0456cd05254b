package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.ports.market.OptionQuoteStream;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps the stream of quotes on the contracts that any account holds or works. It is opened when
/// the first account is evaluated, because only the process that owns one may take the place that
/// the broker has for it. Changes go through the timers: nobody who evaluates waits for the stream.
/// What failed, or was not confirmed, is tried again with the next evaluation.
final class QuoteSubscription implements AutoCloseable {

    private final Function<Set<OccSymbol>, OptionQuoteStream.Connection> opener;
    private final Timers timers;
    private final Clock clock;
    private final Map<AccountId, Set<OccSymbol>> wanted = new ConcurrentHashMap<>();
    private volatile OptionQuoteStream.@Nullable Connection connection;
    private final Turns turns = new Turns();
    private volatile boolean isSettled;
    private volatile boolean closed;

    /// @param opener opens the stream on some contracts
    QuoteSubscription(
            Function<Set<OccSymbol>, OptionQuoteStream.Connection> opener,
            Timers timers,
            Clock clock) {
        this.opener = opener;
        this.timers = timers;
        this.clock = clock;
    }

    /// The contracts that an account holds or works now.
    void follow(AccountId account, Set<OccSymbol> contracts) {
        boolean isNew = !contracts.equals(wanted.put(account, Set.copyOf(contracts)));
        if (isNew || !isSettled) {
            changed();
        }
    }

    private void changed() {
        var key = new TimerKey(Stage.POSITION_MANAGER, Optional.empty(), "subscribe");
        timers.at(clock.instant(), key, () -> turns.take(this::apply));
    }

    /// An account is another process's now. The stream is closed with the last one.
    void leave(AccountId account) {
        if (wanted.remove(account) != null) {
            changed();
        }
    }

    /// Does not wait for a change under way.
    @Override
    public void close() {
        closed = true;
        OptionQuoteStream.Connection open = connection;
        if (open != null) {
            open.close();
        }
    }

    private void apply() {
        if (closed) {
            return;
        }
        isSettled = false;
        if (wanted.isEmpty()) {
            hangUp();
            isSettled = true;
            return;
        }
        Set<OccSymbol> all = new TreeSet<>();
        wanted.values().forEach(all::addAll);
        OptionQuoteStream.Connection open = connection;
        if (open == null) {
            open = opener.apply(all);
            connection = open;
        }
        isSettled = open.subscribe(all);
        if (closed) {
            open.close();
        }
    }

    private void hangUp() {
        OptionQuoteStream.Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
