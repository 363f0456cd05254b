package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.position.DayPnl;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PnlDay;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The evaluation of one account: reads what is held, looks at the market where the stream of
/// quotes did not, and has the rules asked about each position. It repeats itself while anything is
/// held; between two evaluations every quote is judged by itself. No two run at once: one that is
/// asked for meanwhile follows.
final class ExitDesk {

    /// The name under which signs of life are given.
    static final String SERVICE = "position-manager";

    private static final Logger LOG = LoggerFactory.getLogger(ExitDesk.class);

    /// A mid counts for the day's profit and loss for so long.
    private static final Duration MID_LIFE = Duration.ofSeconds(60);

    /// An evaluation that is a little early asks for what would be due before the next.
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    private final ExitParts parts;
    private final AccountId account;
    private final MarkBook marks;
    private final LossGuard guard;
    private final StreakBreaker breaker;
    private final ClosingDesk closing;
    private final ExitBench bench;
    private final QuoteJudge judge;
    private final Recovery recovery;
    private final Alarms alarms;
    private final Turns turns = new Turns();

    /// Held for moments only: by who lets go, and by who takes up what letting go puts down.
    private final Object owning = new Object();

    private final AtomicBoolean gap = new AtomicBoolean();
    private volatile Optional<Account> row = Optional.empty();
    private volatile int heldCount;
    private Set<Long> known = Set.of(-1L);
    private Optional<Timers.Timer> timer = Optional.empty();
    private volatile boolean isLetGo;

    ExitDesk(ExitParts parts, AccountId account) {
        this.parts = parts;
        this.account = account;
        marks = parts.marks(account);
        guard = parts.guard();
        breaker = parts.breaker(account);
        alarms = parts.alarms(account);
        closing = parts.closing(account, marks);
        bench = parts.bench(account, marks, closing);
        judge = parts.judge(account, marks, bench);
        recovery = parts.recovery(account, closing);
    }

    /// Evaluates once, and again while there is something to watch. A sign of life is given when
    /// all of it was done.
    ///
    /// @return how many positions are held
    int evaluate(Account registered) {
        row = Optional.of(registered);
        turns.take(this::look);
        return heldCount;
    }

    /// Takes in quotes as they come. Called by the thread of the stream: it waits for nobody.
    void sighted(Map<OccSymbol, QuoteReading> quotes) {
        judge.sighted(quotes);
    }

    /// Quotes may have been missed: everything is asked for, at once.
    void fillGap() {
        gap.set(true);
        row.ifPresent(registered -> parts.now(account, "fill gap", () -> evaluate(registered)));
    }

    /// Ends all that it plans; it waits for no answer that is still to come.
    void letGo() {
        synchronized (owning) {
            isLetGo = true;
            closing.letGo();
            judge.rest();
            parts.subscription().leave(account);
        }
    }

    /// What was last believed of the held positions.
    MarkBook marks() {
        return marks;
    }

    private void look() {
        if (isLetGo) {
            return;
        }
        Instant asOf = parts.clock().instant();
        // First of all: a look that breaks is followed by another.
        arm(asOf);
        List<HeldPosition> held = parts.positions().held(account);
        heldCount = held.size();
        arm(asOf);
        marks.hold(held, asOf);
        Set<OccSymbol> inUse = parts.positions().contractsInUse(account);
        whileOurs(() -> parts.subscription().follow(account, inUse));
        Optional<Session> session = parts.calendar().sessionAt(asOf);
        session.ifPresentOrElse(now -> watch(held, now, asOf), judge::rest);
        parts.stream().look(asOf);
        parts.heartbeats().beat(SERVICE, Optional.of(account), asOf, held.size() + " held");
    }

    /// A look that is under way when the account is let go takes nothing of it up again.
    private void whileOurs(Runnable step) {
        synchronized (owning) {
            if (!isLetGo) {
                step.run();
            }
        }
    }

    private void watch(List<HeldPosition> held, Session session, Instant asOf) {
        recover(session, asOf);
        lookForEnds(held, asOf);
        parts.market().learn(held.stream().map(each -> each.position().instrument()).toList());
        marks.see(parts.market().readings(marks.unseenSince(askedFrom(asOf))), session);
        marks.save();
        Set<Ticker> stocks = underlyings(held);
        Conditions now =
                new Conditions(
                        session,
                        guard.read(row.orElseThrow(), pnl(held, asOf), session, asOf),
                        parts.market().newestBars(stocks, asOf),
                        parts.hold().unsettled(stocks, asOf));
        whileOurs(() -> judge.under(now));
        alarms.expiring(marks.held(), asOf);
        for (HeldPosition each : marks.held()) {
            bench.evaluate(each, now, asOf);
        }
    }

    /// Since when a contract must have been sighted not to be asked for; empty asks for all.
    private Optional<Instant> askedFrom(Instant asOf) {
        Duration age = parts.rules().get().marks().snapshotAfter().minus(TOLERANCE);
        return gap.getAndSet(false) ? Optional.empty() : Optional.of(asOf.minus(age));
    }

    private void recover(Session session, Instant asOf) {
        try {
            recovery.run(session);
        } catch (RuntimeException failure) {
            LOG.error("closes of {} not taken up", account, failure);
            alarms.notTakenUp(failure, asOf);
        }
    }

    private Optional<Money> pnl(List<HeldPosition> held, Instant asOf) {
        PnlDay today = PnlDay.of(asOf, parts.calendar());
        held.stream()
                .filter(each -> DayPnl.basis(each, today).isEmpty())
                .forEach(each -> alarms.noBasis(each, today.lastSession(), asOf));
        return DayPnl.of(
                parts.positions().realisedSince(account, today.start()),
                held,
                marks.mids(MID_LIFE, asOf),
                today);
    }

    private static Set<Ticker> underlyings(List<HeldPosition> held) {
        return held.stream()
                .map(each -> each.position().instrument().ticker())
                .collect(Collectors.toSet());
    }

    /// Results are counted when a position is gone that was there, and at the first look.
    private void lookForEnds(List<HeldPosition> held, Instant asOf) {
        Set<Long> now = held.stream().map(HeldPosition::id).collect(Collectors.toSet());
        if (now.containsAll(known) || areCounted(asOf)) {
            known = now;
        }
    }

    /// Results that could not be counted are counted by the next look; the exits go on.
    private boolean areCounted(Instant asOf) {
        try {
            breaker.look(asOf);
            return true;
        } catch (RuntimeException failure) {
            LOG.error("results of {} not counted", account, failure);
            alarms.notCounted(failure, asOf);
            return false;
        }
    }

    /// Again in a while, if anything was held when that was last known.
    private void arm(Instant asOf) {
        timer.ifPresent(Timers.Timer::cancel);
        boolean watches = heldCount > 0 && parts.calendar().isOpen(asOf);
        timer = watches ? Optional.of(again(asOf)) : Optional.empty();
    }

    private Timers.Timer again(Instant asOf) {
        Instant due = asOf.plus(parts.rules().get().settings().evaluation());
        TimerKey key = new TimerKey(Stage.POSITION_MANAGER, Optional.of(account), "evaluate");
        return parts.timers().at(due, key, () -> row.ifPresent(this::evaluate));
    }
}
