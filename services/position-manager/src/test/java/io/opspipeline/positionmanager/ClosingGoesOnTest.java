package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What follows a close, and a close that could not go on for a while.
class ClosingGoesOnTest {

    private static final Instant LATER = Desk.NOON.plusSeconds(180);

    private final Desk desk = Desk.atNoon();

    @Test
    @DisplayName("A-95: a close without a quote waits, and goes on when there is one again")
    void goesOnWhenAQuoteComesBack() {
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(6);
        desk.market.silence(Desk.CALL);
        desk.pass(20);
        desk.broker.fills = _ -> true;
        desk.quoting("1.38", "1.46").pass(10);

        assertThat(desk.broker.journal).contains("5 sell 2 at 1.40", "8 cancel");
        assertThat(desk.book.held).isEmpty();
        assertThat(desk.book.events).first().isEqualTo("closing STOP_LOSS");
    }

    @Test
    @DisplayName("fault EXPIRED-WORTHLESS-ZERO-BID: the offer of one tick follows a bid that comes")
    void followsABidThatComes() {
        desk.holding(Desk.CALL, 2).quoting("0", "0.05").run(70);
        desk.broker.fills = _ -> true;
        desk.quoting("0.03", "0.04").pass(10);

        assertThat(desk.broker.journal)
                .containsExactly("60 sell 2 at 0.01", "75 cancel", "75 sell 2 at 0.03");
        assertThat(desk.book.held).isEmpty();
    }

    @Test
    @DisplayName(
            "A-78, fault QUOTE-ZERO: a bid that is pulled for a moment sells nothing at a tick")
    void waitsForABidThatWasPulled() {
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(6);
        desk.broker.fills = _ -> true;
        desk.quoting("0", "2.80").pass(6);
        desk.quoting("1.38", "1.46").pass(10);

        assertThat(desk.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "8 cancel", "14 sell 2 at 1.38");
        assertThat(desk.book.held).isEmpty();
    }

    @ParameterizedTest(name = "flattened {0} s after the bid went")
    @DisplayName("A-86: a minute without a bid counts from its first quote, not from the close")
    @CsvSource({"1, 62", "31, 62"})
    void offersOneTickAfterAMinute(int flattened, int sold) {
        desk.holding(Desk.CALL, 2).quoting("0", "0.05").run(flattened);
        desk.flattened().pass(65);

        assertThat(desk.broker.journal).containsExactly(sold + " sell 2 at 0.01");
    }

    @Test
    @DisplayName("Invariant 3: a close that nobody bids for to the end rests like any other")
    void restsWithoutABid() {
        Desk late = Desk.at(Instant.parse("2026-11-19T20:59:30Z"));
        late.flattened();
        late.holding(Desk.CALL, 2).quoting("0", "0.05").run(60);

        assertThat(late.broker.journal).isEmpty();
        assertThat(late.book.events).containsExactly("closing KILL_SWITCH", "reopened");
        assertThat(late.time.nextDue()).isEmpty();
    }

    @Test
    @DisplayName("Invariant 3: a close whose next step was lost is taken up again after 3 minutes")
    void takesUpWhatIsStuck() {
        var time = new VirtualTime(Desk.NOON);
        Desk forgetful =
                Desk.on(
                        time,
                        (at, key, action) ->
                                key.naturalKey().startsWith("close ") && at.isBefore(LATER)
                                        ? () -> {}
                                        : time.at(at, key, action));
        forgetful.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(175);
        assertThat(forgetful.broker.journal).containsExactly("5 sell 2 at 1.40");

        forgetful.broker.fills = _ -> true;
        forgetful.pass(20);
        assertThat(forgetful.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "190 cancel", "190 sell 2 at 1.40");
        assertThat(forgetful.book.held).isEmpty();
    }

    @Test
    @DisplayName(
            "Invariants 3, 7, fault PENDING-CANCEL-STUCK: one wait for a cancel, however often its close is taken up")
    void waitsOnceForACancelThatSticks() {
        desk.broker.cancelsStick = true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(1_800);
        int before = desk.broker.looks;
        desk.pass(60);
        assertThat(desk.broker.looks - before).isLessThanOrEqualTo(35);

        desk.broker.cancelsStick = false;
        desk.broker.fills = _ -> true;
        desk.pass(60);
        assertThat(desk.book.held).isEmpty();
        assertThat(desk.broker.journal.getLast()).contains("sell 2");
    }

    @Test
    @DisplayName(
            "Invariant 3: one search for an order in doubt, however often its close is taken up")
    void searchesOnceForAnOrderInDoubt() {
        desk.broker.answers.add(new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out")));
        desk.broker.isAway = true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(1_790);
        int before = desk.broker.looks;
        desk.pass(180);
        assertThat(desk.broker.looks - before).isLessThanOrEqualTo(9);

        desk.broker.isAway = false;
        desk.broker.fills = _ -> true;
        desk.pass(180);
        assertThat(desk.book.held).isEmpty();
    }

    @Test
    @DisplayName("A-93: a partial is told with its fill, not with the next evaluation")
    void tellsAPartialAtOnce() {
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 3).quoting("2.60", "2.68").run(6);

        assertThat(desk.book.events).containsExactly("closing PARTIAL", "partial taken");
    }

    @Test
    @DisplayName("A-89, A-93: after a partial the rest still ends by time")
    void endsTheRestByTime() {
        Desk late = Desk.at(Instant.parse("2026-11-19T19:59:30Z"));
        late.book.hold(Desk.position(1, MemoryAccounts.TINY, Desk.CALL, 3));
        late.broker.fills = _ -> true;
        late.quoting("2.60", "2.68").run(MemoryAccounts.TINY, 50);

        assertThat(late.broker.journal).containsExactly("5 sell 1 at 2.64", "30 sell 2 at 2.64");
        assertThat(late.book.events)
                .containsExactly(
                        "closing PARTIAL",
                        "partial taken",
                        "closing MAX_HOLD",
                        "closed MAX_HOLD at 2.64");
    }

    @Test
    @DisplayName("A-83, A-95: a close that rested over night is taken up in the morning")
    void sellsInTheMorning() {
        Desk late = Desk.at(Instant.parse("2026-11-19T20:59:50Z"));
        late.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(60);
        Desk morning = late;
        morning.time.runUntil(Instant.parse("2026-11-20T14:36:00Z"));
        morning.broker.fills = _ -> true;
        morning.run(10);

        assertThat(morning.book.held).isEmpty();
        assertThat(morning.book.events)
                .containsExactly(
                        "closing STOP_LOSS",
                        "reopened",
                        "closing STOP_LOSS",
                        "closed STOP_LOSS at 1.40");
    }
}
