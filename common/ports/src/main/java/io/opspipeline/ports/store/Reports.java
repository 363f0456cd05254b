package io.opspipeline.ports.store;

import io.opspipeline.domain.account.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The daily reports and what they are made from.
public interface Reports {

    /// What ended in an account in [from, to), and what is still held.
    DayTally tally(AccountId account, Instant from, Instant to);

    /// Stores a report, replacing the one of the same session and account.
    void store(DailyReport report);

    /// The report of a session.
    Optional<DailyReport> find(AccountId account, LocalDate session);

    /// The newest reports of an account, newest first.
    ///
    /// @param count at most this many
    List<DailyReport> latest(AccountId account, int count);
}
