package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.tradestream.rules.Difference;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the broker holds and we do not, just after an order of ours in it has ended: its list of
/// positions may still be without that order, and is believed once it says the same some time
/// later.
final class UnsurePositions {

    /// For so long after the end of an order the list may be without it.
    private static final Duration SETTLING = Duration.ofSeconds(60);

    /// What the list says for so long is so.
    private static final Duration SURE = Duration.ofSeconds(5);

    private final AccountId account;
    private final OrderLedger ledger;
    private final Map<Seen, Instant> firstSeen = new HashMap<>();

    UnsurePositions(AccountId account, OrderLedger ledger) {
        this.account = account;
        this.ledger = ledger;
    }

    /// A row of the list.
    private record Seen(Instrument instrument, int quantity) {

        static Seen of(BrokerPosition theirs) {
            return new Seen(theirs.instrument(), theirs.quantity());
        }
    }

    /// Takes the differences that there are now; what is not among them any more starts anew.
    void note(List<Difference> found, Instant asOf) {
        Set<Seen> foreign =
                found.stream()
                        .filter(Difference.BrokerOnly.class::isInstance)
                        .map(each -> Seen.of(((Difference.BrokerOnly) each).broker()))
                        .collect(Collectors.toSet());
        firstSeen.keySet().retainAll(foreign);
        if (!foreign.isEmpty()) {
            Set<Instrument> settling = settling(asOf);
            foreign.stream()
                    .filter(seen -> settling.contains(seen.instrument()))
                    .forEach(seen -> firstSeen.putIfAbsent(seen, asOf));
        }
    }

    /// True while it was not seen for long enough.
    boolean mustWait(BrokerPosition theirs, Instant asOf) {
        Instant since = firstSeen.get(Seen.of(theirs));
        return since != null && asOf.isBefore(since.plus(SURE));
    }

    private Set<Instrument> settling(Instant asOf) {
        return ledger.atWorkSince(account, asOf.minus(SETTLING)).stream()
                .map(order -> order.request().instrument())
                .collect(Collectors.toSet());
    }
}
