package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.DayPnl;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.positionmanager.rules.ExitInputs;
import io.opspipeline.positionmanager.rules.ExitRule;
import io.opspipeline.positionmanager.rules.Flattening;
import io.opspipeline.positionmanager.rules.MarkSeries;
import io.opspipeline.runtime.log.LogContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The evaluation of one account: looks at the market, asks the rules about each position, and has
/// closed what must go. It repeats itself while anything is held.
final class ExitDesk {

    /// The name under which signs of life are given.
    static final String SERVICE = "position-manager";

    private static final Logger LOG = LoggerFactory.getLogger(ExitDesk.class);

    /// A mid counts for the day's profit and loss for so long.
    private static final Duration MID_LIFE = Duration.ofSeconds(60);

    private final ExitParts parts;
    private final AccountId account;
    private final ExitRule rule;
    private final MarkBook marks;
    private final ModelPrices model;
    private final LossGuard guard;
    private final StreakBreaker breaker;
    private final ClosingDesk closing;
    private final Recovery recovery;
    private final Alarms alarms;
    private Set<Long> known = Set.of(-1L);
    private Optional<Timers.Timer> timer = Optional.empty();

    ExitDesk(ExitParts parts, AccountId account) {
        this.parts = parts;
        this.account = account;
        rule = parts.rule();
        marks = parts.marks(account);
        model = parts.model();
        guard = parts.guard();
        breaker = parts.breaker(account);
        closing = parts.closing(account);
        recovery = parts.recovery(account, closing);
        alarms = parts.alarms(account);
    }

    /// Evaluates once, and again while there is something to watch.
    ///
    /// @return how many positions are held
    synchronized int evaluate(Account row) {
        Instant asOf = parts.clock().instant();
        List<HeldPosition> held = parts.positions().held(account);
        arm(row, held, asOf);
        parts.heartbeats().beat(SERVICE, Optional.of(account), asOf, held.size() + " held");
        parts.calendar().sessionAt(asOf).ifPresent(session -> watch(row, held, session, asOf));
        return held.size();
    }

    /// What was last believed of the held positions.
    MarkBook marks() {
        return marks;
    }

    private void watch(Account row, List<HeldPosition> held, Session session, Instant asOf) {
        recover(asOf);
        lookForEnds(held, asOf);
        Map<Long, MarkSeries> seen = marks.look(held, session, asOf);
        Flattening flattening = guard.read(row, pnl(held, asOf), session, asOf);
        for (HeldPosition each : parts.positions().held(account)) {
            Optional.ofNullable(seen.get(each.id()))
                    .ifPresent(series -> judgeAlone(each, series, flattening, session, asOf));
        }
    }

    private void recover(Instant asOf) {
        try {
            recovery.run();
        } catch (RuntimeException failure) {
            LOG.error("closes of {} not taken up", account, failure);
            alarms.notTakenUp(failure, asOf);
        }
    }

    /// What breaks over one position must not keep the others from their exits.
    private void judgeAlone(
            HeldPosition held,
            MarkSeries series,
            Flattening flattening,
            Session session,
            Instant asOf) {
        try (var _ = LogContext.of(account).open()) {
            judge(held, series, flattening, session, asOf);
        } catch (RuntimeException failure) {
            LOG.error("{} not judged", held.position().instrument().symbol(), failure);
            alarms.notJudged(held, failure, asOf);
        }
    }

    private void judge(
            HeldPosition held,
            MarkSeries series,
            Flattening flattening,
            Session session,
            Instant asOf) {
        Optional<Price> underlying =
                parts.market().underlying(held.position().instrument().ticker(), asOf);
        series.newest()
                .ifPresent(
                        mark -> underlying.ifPresent(price -> model.remember(held, mark, price)));
        alarms.look(held, series, asOf);
        Optional<Price> modelPrice =
                series.blindSince()
                        .flatMap(_ -> underlying)
                        .flatMap(price -> model.price(held, price, asOf));
        var inputs =
                new ExitInputs(held, flattening, series, underlying, modelPrice, session, asOf);
        rule.decide(inputs)
                .filter(exit -> closing.begin(held, exit))
                .ifPresent(exit -> parts.firings().count(exit.rule()));
    }

    private Optional<Money> pnl(List<HeldPosition> held, Instant asOf) {
        Instant dayStart = NewYork.startOf(NewYork.dateOf(asOf));
        return DayPnl.of(
                parts.positions().realisedSince(account, dayStart),
                held,
                marks.mids(held, MID_LIFE, asOf),
                dayStart);
    }

    /// Results are counted when a position is gone that was there, and at the first look.
    private void lookForEnds(List<HeldPosition> held, Instant asOf) {
        Set<Long> now = held.stream().map(HeldPosition::id).collect(Collectors.toSet());
        if (!now.containsAll(known)) {
            breaker.look(asOf);
        }
        known = now;
    }

    private void arm(Account row, List<HeldPosition> held, Instant asOf) {
        timer.ifPresent(Timers.Timer::cancel);
        boolean watches = !held.isEmpty() && parts.calendar().isOpen(asOf);
        timer =
                watches
                        ? Optional.of(
                                parts.timers()
                                        .at(
                                                asOf.plus(parts.settings().evaluation()),
                                                key(),
                                                () -> evaluate(row)))
                        : Optional.empty();
    }

    private TimerKey key() {
        return new TimerKey(Stage.POSITION_MANAGER, Optional.of(account), "evaluate");
    }
}
