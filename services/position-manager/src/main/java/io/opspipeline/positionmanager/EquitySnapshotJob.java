package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.DayPnl;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PnlDay;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.EquityHistory;
import io.opspipeline.ports.store.EquitySnapshot;
import io.opspipeline.positionmanager.rules.Mark;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every five minutes: what the account is worth, and whether it came down too far.
final class EquitySnapshotJob implements Job {

    private final Accounts accounts;
    private final BrokerBooks books;
    private final Positions positions;
    private final EquityHistory history;
    private final ExitDesks desks;
    private final DrawdownBreaker breaker;
    private final SessionCalendar calendar;

    EquitySnapshotJob(
            Accounts accounts,
            BrokerBooks books,
            Positions positions,
            EquityHistory history,
            ExitDesks desks,
            DrawdownBreaker breaker,
            SessionCalendar calendar) {
        this.accounts = accounts;
        this.books = books;
        this.positions = positions;
        this.history = history;
        this.desks = desks;
        this.breaker = breaker;
        this.calendar = calendar;
    }

    @Override
    public JobName name() {
        return JobName.EQUITY_SNAPSHOT;
    }

    /// The breaker looks before the snapshot is stored: a crash in between makes it look again.
    @Override
    public JobResult run(Tick tick) {
        AccountId id = tick.account().orElseThrow();
        Account account = accounts.find(id).orElseThrow();
        BrokerAccount broker = books.account(id);
        breaker.look(account, broker.equity(), tick.asOf());
        return snapshot(id, broker, tick.asOf())
                .map(this::store)
                .orElseGet(() -> new JobResult(0, 1, "a held position has no mid or no basis"));
    }

    private JobResult store(EquitySnapshot snapshot) {
        history.record(snapshot);
        return JobResult.of(1);
    }

    private Optional<EquitySnapshot> snapshot(AccountId id, BrokerAccount broker, Instant asOf) {
        PnlDay today = PnlDay.of(asOf, calendar);
        List<HeldPosition> held = positions.held(id);
        Money realised = positions.realisedSince(id, today.start());
        return DayPnl.of(Money.ZERO, held, mids(id, held), today)
                .map(unrealised ->
                        new EquitySnapshot(
                                id,
                                asOf,
                                broker.equity(),
                                broker.cash(),
                                realised,
                                unrealised,
                                held.size()));
    }

    private Map<String, Price> mids(AccountId id, List<HeldPosition> held) {
        Map<String, Price> mids = new HashMap<>();
        for (HeldPosition each : held) {
            desks.lastMark(id, each)
                    .map(Mark::mid)
                    .ifPresent(mid -> mids.put(each.position().instrument().symbol(), mid));
        }
        return mids;
    }
}
