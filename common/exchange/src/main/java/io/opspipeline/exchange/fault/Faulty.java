package io.opspipeline.exchange.fault;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.PlacedOrder;
import io.opspipeline.exchange.venue.Refusal;
import io.opspipeline.exchange.venue.SpreadSubmission;
import io.opspipeline.exchange.venue.SpreadView;
import io.opspipeline.exchange.venue.VenueEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Several faults at once. Every one is asked about everything, so that each may count; the first
/// that says something is heard.
///
/// @param all the faults
public record Faulty(List<Faults> all) implements Faults {

    /// Keeps its own copy.
    public Faulty {
        all = List.copyOf(all);
    }

    /// The faults of one run.
    ///
    /// @param start the first instant of the run, UTC
    public static Faults of(List<FaultSwitch> switches, Instant start) {
        return new Faulty(switches.stream().map(each -> each.fresh(start)).toList());
    }

    @Override
    public Optional<Refusal> onSubmit(AccountId account, OrderSubmission submission, Instant at) {
        return firstPresent(each -> each.onSubmit(account, submission, at));
    }

    @Override
    public Optional<Refusal> onSubmit(AccountId account, SpreadSubmission spread, Instant at) {
        return firstPresent(each -> each.onSubmit(account, spread, at));
    }

    @Override
    public int mostUnits(SpreadView spread) {
        return all.stream().mapToInt(each -> each.mostUnits(spread)).min().orElse(MANY);
    }

    @Override
    public int mostContracts(OrderView order) {
        return all.stream().mapToInt(each -> each.mostContracts(order)).min().orElse(MANY);
    }

    @Override
    public int beyond(OrderView order) {
        return all.stream().mapToInt(each -> each.beyond(order)).sum();
    }

    @Override
    public Optional<String> onAccepted(OrderView order) {
        return firstPresent(each -> each.onAccepted(order));
    }

    @Override
    public boolean holdsCancel(PlacedOrder order) {
        return any(each -> each.holdsCancel(order));
    }

    @Override
    public EventFault onEvent(VenueEvent event) {
        return first(each -> each.onEvent(event), EventFault.NONE);
    }

    @Override
    public RequestFault onRequest(AccountId account, Request request, Instant at) {
        return first(each -> each.onRequest(account, request, at), RequestFault.NONE);
    }

    @Override
    public void beforeAnswer(AccountId account, Request request) {
        all.forEach(each -> each.beforeAnswer(account, request));
    }

    @Override
    public String onBody(AccountId account, String path, String body) {
        String told = body;
        for (Faults each : all) {
            told = each.onBody(account, path, told);
        }
        return told;
    }

    @Override
    public boolean revokes(AccountId account, Instant at) {
        return any(each -> each.revokes(account, at));
    }

    @Override
    public boolean withholds(AccountId account, String path, Instant at) {
        return any(each -> each.withholds(account, path, at));
    }

    @Override
    public int largestPage() {
        return all.stream().mapToInt(Faults::largestPage).min().orElse(MANY);
    }

    @Override
    public boolean takesSeat(AccountId account, Instant at) {
        return any(each -> each.takesSeat(account, at));
    }

    @Override
    public boolean refusesStreams(Instant at) {
        return any(each -> each.refusesStreams(at));
    }

    @Override
    public AnswerFault onAnswer(AccountId account, Request request, Instant at) {
        return first(each -> each.onAnswer(account, request, at), AnswerFault.NONE);
    }

    private static final int MANY = Integer.MAX_VALUE;

    private <T> T first(Function<Faults, T> asked, T nothing) {
        List<T> answers = all.stream().map(asked).toList();
        return answers.stream().filter(each -> !each.equals(nothing)).findFirst().orElse(nothing);
    }

    private <T> Optional<T> firstPresent(Function<Faults, Optional<T>> asked) {
        return first(asked, Optional.empty());
    }

    private boolean any(Function<Faults, Boolean> asked) {
        return first(asked, false);
    }
}
