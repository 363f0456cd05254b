package io.opspipeline.tradestream;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.store.Accounts;
import java.util.Optional;

/// Each minute: the account's stream is open, and its books were compared.
final class TradeStreamJob implements Job {

    private final Accounts accounts;
    private final AccountStreams streams;
    private final SilenceWatch silence;

    TradeStreamJob(Accounts accounts, AccountStreams streams, SilenceWatch silence) {
        this.accounts = accounts;
        this.streams = streams;
        this.silence = silence;
    }

    @Override
    public JobName name() {
        return JobName.TRADE_STREAM;
    }

    /// Only the owner has the stream open.
    @Override
    public void released(Optional<AccountId> account) {
        account.ifPresent(streams::close);
    }

    @Override
    public JobResult run(Tick tick) {
        AccountId id = tick.account().orElseThrow();
        Account account = accounts.require(id);
        silence.look(id, tick.asOf());
        return streams.openOrFind(account)
                .map(TradeStreamJob::compared)
                .orElseGet(() -> new JobResult(1, 1, "stream opened"));
    }

    private static JobResult compared(AccountStream stream) {
        return stream.compare()
                ? new JobResult(1, 1, "books compared")
                : new JobResult(0, 1, "books could not be read");
    }
}
