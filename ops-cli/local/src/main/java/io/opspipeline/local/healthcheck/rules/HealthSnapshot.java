package io.opspipeline.local.healthcheck.rules;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.job.JobName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the database says at one instant. Instants are UTC.
///
/// @param asOf the instant, in the time of the market
/// @param session the one that is open then
/// @param flow how far the data has come
/// @param accounts each account that trades or holds something
/// @param orders what is doubtful about orders and closes
/// @param jobs how the jobs do
public record HealthSnapshot(
        Instant asOf,
        Optional<Session> session,
        Flow flow,
        List<AccountSigns> accounts,
        OrderSigns orders,
        JobSigns jobs) {

    /// How far the data of this session has come.
    ///
    /// @param bar start of the newest bar
    /// @param streamBar start of the newest bar that the stream brought
    /// @param features bar start of the newest features
    public record Flow(
            Optional<Instant> bar, Optional<Instant> streamBar, Optional<Instant> features) {}

    /// An account's signs of life.
    ///
    /// @param streamBeat of its trading stream
    /// @param unreconciledSince when its stream connected, if the books were not compared since
    /// @param managerBeat of its position manager
    /// @param held symbols of its open positions
    /// @param dispatches its last ones in this session, ten at most
    /// @param blind those of them that ended without being judged on their merits
    public record AccountSigns(
            AccountId account,
            Optional<Instant> streamBeat,
            Optional<Instant> unreconciledSince,
            Optional<Instant> managerBeat,
            List<String> held,
            int dispatches,
            int blind) {}

    /// What is doubtful about orders.
    ///
    /// @param doubts orders without an answer of the broker
    /// @param idleCloses positions that close and have no working order
    /// @param unbooked filled orders whose fills are in no position
    /// @param withoutOutcome positions that ended and have no outcome
    /// @param doubles what must be one and is more
    public record OrderSigns(
            List<Open> doubts,
            List<Open> idleCloses,
            List<Open> unbooked,
            List<Open> withoutOutcome,
            List<Open> doubles) {}

    /// Something that is open.
    ///
    /// @param subject a client order id or a symbol
    /// @param since when it began
    public record Open(AccountId account, String subject, Instant since) {}

    /// How the jobs do.
    ///
    /// @param tallies the last runs that ended, by job and account
    /// @param unfinished the newest run of a job and account, where it still runs
    /// @param done the last success of every periodic job, by enabled account
    public record JobSigns(List<RunTally> tallies, List<OpenRun> unfinished, List<LastDone> done) {}

    /// The last runs of a job, ten at most.
    ///
    /// @param reason of the newest failure
    public record RunTally(
            String job, Optional<AccountId> account, int runs, int failed, String reason) {}

    /// A run that has not ended.
    public record OpenRun(String job, Optional<AccountId> account, Instant startedAt) {}

    /// When a job last succeeded.
    ///
    /// @param cadence of the account; zero when it runs for none
    /// @param at when its last successful run of this session ended
    public record LastDone(
            JobName job, Optional<AccountId> account, Duration cadence, Optional<Instant> at) {}
}
