package io.opspipeline.reliability.simulation;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.PlacedOrder;
import io.opspipeline.exchange.venue.Refusal;
import io.opspipeline.exchange.venue.RefusalReason;
import io.opspipeline.exchange.venue.VenueEvent;
import io.opspipeline.local.day.LocalAccount;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Faults at random, until they are over.
final class SeededFaults implements Faults {

    private static final int LEAST_REVOKED = 20;

    private final Draws draws;
    private final Map<AccountId, Instant> revoked = new ConcurrentHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    SeededFaults(Draws draws) {
        this.draws = draws;
    }

    /// From now on all goes well.
    void end() {
        over = true;
    }

    @Override
    public RequestFault onRequest(AccountId account, Request request, Instant at) {
        if (hits(request + " cut", 0.012)) {
            return RequestFault.CUT;
        }
        if (hits(request + " unavailable", 0.008)) {
            return RequestFault.UNAVAILABLE;
        }
        if (hits(request + " 429", 0.004)) {
            return RequestFault.TOO_MANY;
        }
        return switch (request) {
            case SUBMIT -> hits("SUBMIT twice", 0.008) ? RequestFault.TWICE : RequestFault.NONE;
            case READ, CANCEL ->
                    hits(request + " unknown", 0.003) ? RequestFault.UNKNOWN : RequestFault.NONE;
            case PRICES -> RequestFault.NONE;
        };
    }

    /// Keys are not accepted for some seconds, now and then.
    void revoke(Instant now) {
        for (LocalAccount account : SimulatedAccounts.ALL) {
            if (hits("key revoked", 0.0005)) {
                int seconds = LEAST_REVOKED + draws.of("revoked").nextInt(LEAST_REVOKED);
                revoked.put(account.id(), now.plusSeconds(seconds));
            }
        }
    }

    @Override
    public boolean revokes(AccountId account, Instant at) {
        return !over && Optional.ofNullable(revoked.get(account)).filter(at::isBefore).isPresent();
    }

    @Override
    public AnswerFault onAnswer(AccountId account, Request request, Instant at) {
        if (hits(request + " answer cut", 0.02)) {
            return AnswerFault.CUT;
        }
        if (hits(request + " answer 504", 0.01)) {
            return AnswerFault.GATEWAY_TIMEOUT;
        }
        return hits(request + " answer unreadable", 0.006)
                ? AnswerFault.UNREADABLE
                : AnswerFault.NONE;
    }

    /// An order that came before is refused because of its name, and for nothing else.
    @Override
    public Optional<Refusal> onSubmit(AccountId account, OrderSubmission order, Instant at) {
        if (!order.clientOrderId().map(known::add).orElse(true)) {
            return Optional.empty();
        }
        if (hits("refused", 0.008)) {
            return Optional.of(
                    RefusalReason.INSUFFICIENT_BUYING_POWER.says(
                            "insufficient options buying power"));
        }
        return hits("wash trade", 0.004)
                ? Optional.of(RefusalReason.WASH_TRADE.says("potential wash trade detected"))
                : Optional.empty();
    }

    @Override
    public Optional<String> onAccepted(OrderView order) {
        return hits("rejected after accept", 0.008)
                ? Optional.of("rejected by the venue")
                : Optional.empty();
    }

    @Override
    public int mostContracts(OrderView order) {
        return hits("partial fill", 0.3) ? 1 : Integer.MAX_VALUE;
    }

    @Override
    public boolean holdsCancel(PlacedOrder order) {
        return hits("cancel held", 0.1);
    }

    @Override
    public EventFault onEvent(VenueEvent event) {
        if (hits("event lost", 0.03)) {
            return EventFault.LOST;
        }
        if (hits("event twice", 0.03)) {
            return EventFault.TWICE;
        }
        return hits("event late", 0.04) ? EventFault.LATE : EventFault.NONE;
    }

    @Override
    public boolean refusesStreams(Instant at) {
        return hits("stream refused", 0.1);
    }

    private boolean hits(String fault, double chance) {
        return !over && draws.hits(fault, chance);
    }
}
