package io.opspipeline.positionmanager;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.DailyReport;
import io.opspipeline.ports.store.Reports;
import io.opspipeline.runtime.log.LogContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// After the close: each account's report, and what tomorrow's profit and loss counts from.
final class ReportJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ReportJob.class);

    private final Accounts accounts;
    private final BrokerBooks books;
    private final Reports reports;
    private final DayBasis basis;
    private final SessionCalendar calendar;

    ReportJob(
            Accounts accounts,
            BrokerBooks books,
            Reports reports,
            DayBasis basis,
            SessionCalendar calendar) {
        this.accounts = accounts;
        this.books = books;
        this.reports = reports;
        this.basis = basis;
        this.calendar = calendar;
    }

    @Override
    public JobName name() {
        return JobName.REPORT;
    }

    /// One account that cannot be read keeps no other from its report. The job fails all the same,
    /// so that it is tried again: without its basis tomorrow's profit and loss is unknown.
    @Override
    public JobResult run(Tick tick) {
        Session session = calendar.lastOnOrBefore(NewYork.dateOf(tick.asOf()));
        List<Account> all = accounts.all();
        List<RuntimeException> failures = new ArrayList<>();
        long done =
                all.stream()
                        .filter(each -> report(each.id(), session, tick.asOf(), failures))
                        .count();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return new JobResult(done, all.size(), "session " + session.date());
    }

    private boolean report(
            AccountId account, Session session, Instant asOf, List<RuntimeException> failures) {
        try (var _ = LogContext.of(account).open()) {
            boolean isComplete = basis.save(account, session.date(), asOf);
            reports.store(build(account, session, asOf));
            return isComplete;
        } catch (RuntimeException failure) {
            LOG.error("no report of {}", account, failure);
            failures.add(failure);
            return false;
        }
    }

    private DailyReport build(AccountId account, Session session, Instant asOf) {
        BrokerAccount broker = books.account(account);
        return new DailyReport(
                session.date(),
                account,
                broker.lastEquity(),
                broker.equity(),
                reports.tally(account, NewYork.startOf(session.date()), asOf),
                asOf);
    }
}
