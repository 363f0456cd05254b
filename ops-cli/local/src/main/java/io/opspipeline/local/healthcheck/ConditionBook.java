package io.opspipeline.local.healthcheck;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.local.healthcheck.rules.Condition;
import io.opspipeline.local.healthcheck.rules.Condition.Grade;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.alert.Alerts.Severity;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `health_conditions`: what is not well, and since when. An outage is told when it begins
/// and when it ends; one that comes back within a minute is the same.
final class ConditionBook {

    private static final Duration SAME = Duration.ofMinutes(1);

    private final Database database;
    private final Alerts alerts;

    ConditionBook(Database database, Alerts alerts) {
        this.database = database;
        this.alerts = alerts;
    }

    /// Opens what is new, ends what is over, and tells of both.
    ///
    /// @param lasting what may be opened
    /// @param seen everything that is not well: whatever else is open is over
    void commit(List<Condition> lasting, List<Condition> seen, Instant asOf) {
        database.inTransaction(() -> {
            lasting.forEach(condition -> open(condition, asOf));
            end(seen, asOf);
        });
    }

    private void open(Condition condition, Instant asOf) {
        database.jdbc()
                .sql(
                        """
                        insert into health_conditions as known
                            (name, subject, account_id, severity, message, since)
                        values (:name, :subject, :account, :severity, :message, :since)
                        on conflict (name, subject) do update set
                            message = case when known.ended_at > :same then known.message
                                else excluded.message end,
                            since = case when known.ended_at > :same then known.since
                                else excluded.since end,
                            severity = excluded.severity, ended_at = null
                        where known.ended_at is not null
                        returning name, subject, account_id, severity, message, since
                        """)
                .param("name", condition.name())
                .param("subject", condition.subject())
                .param("account", Bound.text(condition.account()))
                .param("severity", condition.grade().name())
                .param("message", condition.message())
                .param("since", Bound.at(condition.since()))
                .param("same", Bound.at(asOf.minus(SAME)))
                .query((row, _) -> condition(new Row(row)))
                .optional()
                .ifPresent(begun -> tell(begun, asOf));
    }

    private void end(List<Condition> seen, Instant asOf) {
        database.jdbc()
                .sql(
                        """
                        update health_conditions set ended_at = :at
                        where ended_at is null and (name, subject) not in (
                            select * from unnest(:names::text[], :subjects::text[]))
                        returning name, subject, account_id, severity, message, since
                        """)
                .param("at", Bound.at(asOf))
                .param("names", seen.stream().map(Condition::name).toArray(String[]::new))
                .param("subjects", seen.stream().map(Condition::subject).toArray(String[]::new))
                .query((row, _) -> condition(new Row(row)))
                .list()
                .forEach(over -> tellEnd(over, asOf));
    }

    private void tell(Condition begun, Instant asOf) {
        Severity severity =
                switch (begun.grade()) {
                    case WARNING -> Severity.WARNING;
                    case CRITICAL -> Severity.CRITICAL;
                };
        alerts.raise(severity, begun.eventId(), begun.account(), begun.message(), asOf);
    }

    private void tellEnd(Condition over, Instant asOf) {
        alerts.raise(
                Severity.INFO,
                "over " + over.eventId(),
                over.account(),
                "over: " + over.message(),
                asOf);
    }

    private static Condition condition(Row row) throws SQLException {
        Optional<AccountId> account = row.optionalText("account_id").map(AccountId::new);
        return new Condition(
                row.constant("severity", Grade.class),
                row.text("name"),
                row.text("subject"),
                account,
                row.text("message"),
                row.instant("since"));
    }
}
