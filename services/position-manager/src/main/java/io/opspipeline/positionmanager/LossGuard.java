package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.money.Money;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.positionmanager.rules.DailyLossRule;
import io.opspipeline.positionmanager.rules.Flattening;
import io.opspipeline.positionmanager.rules.LossWatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says whether everything of an account must go: the operator's flatten, and the day's loss. Once
/// the day's loss has fired it stays so for the day, a restart included, whatever else an operator
/// or a breaker has decided. Its pause that could not be stored is tried again at each reading.
final class LossGuard {

    private static final Logger LOG = LoggerFactory.getLogger(LossGuard.class);

    private final Supplier<Rules> rules;
    private final Accounts accounts;
    private final TradingPauses pauses;
    private final SessionCalendar calendar;
    private LossWatch watch = LossWatch.CALM;
    private LocalDate day = LocalDate.MIN;
    private boolean hasFired;
    private boolean isPaused;

    LossGuard(
            Supplier<Rules> rules,
            Accounts accounts,
            TradingPauses pauses,
            SessionCalendar calendar) {
        this.rules = rules;
        this.accounts = accounts;
        this.pauses = pauses;
        this.calendar = calendar;
    }

    /// Takes one more reading of the day's profit and loss.
    ///
    /// @param pnl today's; empty when a part of it is missing
    Flattening read(Account account, Optional<Money> pnl, Session session, Instant asOf) {
        TradingStatus status = accounts.tradingStatus(account.id(), asOf);
        if (!session.date().equals(day)) {
            begin(account, session);
        }
        DailyLossRule rule = rules.get().dailyLoss();
        watch = rule.read(watch, pnl, account.limits().dailyLoss(), session, asOf);
        hasFired = hasFired || rule.fires(watch);
        if (hasFired && !isPaused) {
            pause(account, pnl, asOf);
        }
        return new Flattening(status.isFlatten(), hasFired);
    }

    private void begin(Account account, Session session) {
        isPaused = accounts.wasPaused(account.id(), reason(session.date()));
        hasFired = isPaused;
        day = session.date();
    }

    /// What cannot be stored or told must not keep the positions from being closed.
    private void pause(Account account, Optional<Money> pnl, Instant asOf) {
        try {
            pauses.pause(
                    account.id(),
                    reason(day),
                    Optional.of(calendar.next(NewYork.dateOf(asOf)).open()),
                    "today's profit and loss is %s, limit -%s: everything is closed"
                            .formatted(
                                    pnl.map(Money::toString).orElse("unknown"),
                                    account.limits().dailyLoss()),
                    asOf);
            isPaused = true;
        } catch (RuntimeException failure) {
            LOG.error("entries of {} not stopped after the day's loss", account.id(), failure);
        }
    }

    private static String reason(LocalDate day) {
        return TradingStatus.DAILY_LOSS + " " + day;
    }
}
