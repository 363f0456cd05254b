package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.runtime.log.LogContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the account's new signals and brings each to its disposition or its first order.
final class DispatcherJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(DispatcherJob.class);

    private final Accounts accounts;
    private final Dispatches dispatches;
    private final EntryInputsLoader inputs;
    private final EntryParts parts;
    private final EntryRecovery recovery;
    private final EntryPermission permission;
    private final Supplier<DispatcherSettings> settings;

    /// Whose claims of owners before this one were given back.
    private final Set<AccountId> inherited = ConcurrentHashMap.newKeySet();

    DispatcherJob(
            Accounts accounts,
            Dispatches dispatches,
            EntryInputsLoader inputs,
            EntryParts parts,
            EntryRecovery recovery,
            EntryPermission permission,
            Supplier<DispatcherSettings> settings) {
        this.accounts = accounts;
        this.dispatches = dispatches;
        this.inputs = inputs;
        this.parts = parts;
        this.recovery = recovery;
        this.permission = permission;
        this.settings = settings;
    }

    @Override
    public JobName name() {
        return JobName.DISPATCHER;
    }

    /// Stops climbing: the orders that are out are the next owner's.
    @Override
    public void released(Optional<AccountId> account) {
        account.ifPresent(id -> {
            inherited.remove(id);
            parts.ladder().letGo(id);
        });
    }

    @Override
    public JobResult run(Tick tick) {
        AccountId id = tick.account().orElseThrow();
        Account account = accounts.require(id);
        inherit(id, tick.asOf());
        recovery.run(id, NewYork.startOf(NewYork.dateOf(tick.asOf())));
        cancelIfHalted(id);
        DispatcherSettings figures = settings.get();
        int added = dispatches.fanOut(id, tick.asOf());
        List<ClaimedDispatch> claimed = dispatches.claim(id, tick.asOf(), figures.claimLife());
        if (claimed.isEmpty()) {
            return new JobResult(0, 0, added + " new");
        }
        AccountPicture picture = inputs.picture(account, tick.asOf());
        EntryAttempt attempt = parts.with(figures);
        List<RuntimeException> failures = new ArrayList<>();
        for (ClaimedDispatch dispatch : claimed) {
            attempt(attempt, dispatch, picture).ifPresent(failures::add);
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    failures.size() + " of " + claimed.size() + " signals failed",
                    failures.getFirst());
        }
        return new JobResult(claimed.size(), claimed.size(), added + " new");
    }

    private void cancelIfHalted(AccountId account) {
        if (permission.isHalted(account)) {
            parts.ladder().halt(account);
        }
    }

    /// Who owns the account need not wait until the claims of a dead owner lapse.
    private void inherit(AccountId id, Instant asOf) {
        if (!inherited.contains(id)) {
            int orphans = dispatches.giveBackClaims(id, asOf);
            LOG.info("{} is ours; {} claims of an owner before given back", id, orphans);
            inherited.add(id);
        }
    }

    /// One signal that breaks does not stop the others; its claim lapses, and it is tried again.
    private static Optional<RuntimeException> attempt(
            EntryAttempt attempt, ClaimedDispatch dispatch, AccountPicture picture) {
        try (var _ = LogContext.of(dispatch.account()).signal(dispatch.signal().id()).open()) {
            attempt.make(dispatch, picture);
            return Optional.empty();
        } catch (RuntimeException broken) {
            LOG.error("{} failed", dispatch.signal().signal().ticker(), broken);
            return Optional.of(broken);
        }
    }
}
