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
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Several faults at once. Every one is asked about everything, so that each may count; the first
/// that says something is heard. Each is met when what it says changes something.
public final class Faulty implements Faults {

    private static final int MANY = Integer.MAX_VALUE;
    private static final String NEXT_PAGE = "\"next_page_token\":\"";

    private final List<Armed> all;

    private Faulty(List<Armed> all) {
        this.all = all;
    }

    /// The faults of one run.
    ///
    /// @param start the first instant of the run, UTC
    public static Faulty of(List<FaultSwitch> switches, Instant start) {
        return new Faulty(
                IntStream.range(0, switches.size())
                        .mapToObj(i -> new Armed(i + 1, switches.get(i), start))
                        .toList());
    }

    /// Those that have changed nothing so far, by number and name.
    public List<String> neverMet() {
        return all.stream().filter(each -> !each.isMet()).map(Armed::toString).toList();
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
        return least(each -> each.mostUnits(spread), spread.units() - spread.filledUnits());
    }

    @Override
    public int mostContracts(OrderView order) {
        return least(each -> each.mostContracts(order), order.quantity() - order.filledQuantity());
    }

    @Override
    public int beyond(OrderView order) {
        return all.stream()
                .mapToInt(each -> each.answer(faults -> faults.beyond(order), more -> more > 0))
                .sum();
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
    public boolean rejectsCancel(PlacedOrder order) {
        return any(each -> each.rejectsCancel(order));
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
    public boolean beforeAnswer(AccountId account, Request request) {
        return any(each -> each.beforeAnswer(account, request));
    }

    @Override
    public String onBody(AccountId account, String path, String body) {
        String told = body;
        for (Armed each : all) {
            String before = told;
            told =
                    each.answer(
                            faults -> faults.onBody(account, path, before),
                            after -> !after.equals(before));
            each.answer(Faults::largestPage, rows -> rows < MANY && body.contains(NEXT_PAGE));
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
        return all.stream().mapToInt(each -> each.faults().largestPage()).min().orElse(MANY);
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

    /// What the first says that says something; only that one is met.
    private <T> T first(Function<Faults, T> asked, T nothing) {
        Optional<T> heard = Optional.empty();
        for (Armed each : all) {
            boolean isFree = heard.isEmpty();
            T said = each.answer(asked, answer -> isFree && !answer.equals(nothing));
            if (isFree && !said.equals(nothing)) {
                heard = Optional.of(said);
            }
        }
        return heard.orElse(nothing);
    }

    private <T> Optional<T> firstPresent(Function<Faults, Optional<T>> asked) {
        return first(asked, Optional.empty());
    }

    private boolean any(Predicate<Faults> asked) {
        return first(asked::test, false);
    }

    /// The least that one allows; those that hold something of the rest back are met.
    private int least(ToIntFunction<Faults> asked, int rest) {
        return all.stream()
                .mapToInt(each -> each.answer(asked::applyAsInt, most -> most < rest))
                .min()
                .orElse(MANY);
    }
}
