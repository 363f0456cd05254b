package io.opspipeline.persistence.alert;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.alert.Alerts.Severity;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Tables `alert_channels` and `alert_deliveries`: what each channel has still to send. Several
/// runners may share them; an alert is claimed by one at a time.
public final class AlertDeliveries {

    private final Database database;

    /// The deliveries of a database.
    public AlertDeliveries(Database database) {
        this.database = database;
    }

    /// Makes a channel known. The first time it begins with the alerts of the hour before the
    /// newest one, so that a channel set up today does not tell the past.
    public void open(DeliveryChannel channel) {
        database.jdbc()
                .sql(
                        """
                        insert into alert_channels (channel, first_no)
                        select :channel, coalesce(min(alert_no), 1) from alerts
                        where raised_at > (select max(raised_at) from alerts) - interval '1 hour'
                        on conflict do nothing
                        """)
                .param("channel", channel.name())
                .update();
    }

    /// Puts the alerts that the channel has not seen on its list.
    ///
    /// @param least the mildest severity that it takes
    /// @param now by the clock of the delivery
    public void enlist(DeliveryChannel channel, Severity least, Instant now) {
        database.jdbc()
                .sql(
                        """
                        insert into alert_deliveries
                            (event_id, channel, state, attempts, due_since, next_at)
                        select a.event_id, c.channel, 'WAITING', 0, :now, :now
                        from alert_channels c join alerts a on a.alert_no >= c.first_no
                        where c.channel = :channel and a.severity = any(:severities)
                            and not exists (select from alert_deliveries d
                                where d.event_id = a.event_id and d.channel = c.channel)
                        on conflict do nothing
                        """)
                .param("channel", channel.name())
                .param("now", Bound.at(now))
                .param("severities", from(least))
                .update();
    }

    /// Takes the most urgent alert that is due. Nobody else gets it before the claim lapses.
    ///
    /// @param lapse longer than a send can take
    public Optional<DueAlert> claim(DeliveryChannel channel, Instant now, Duration lapse) {
        return database.jdbc()
                .sql(
                        """
                        update alert_deliveries d
                        set attempts = d.attempts + 1, next_at = :lapse
                        from alerts a
                        where a.event_id = d.event_id and d.channel = :channel and d.event_id = (
                            select w.event_id from alert_deliveries w join alerts o using (event_id)
                            where w.channel = :channel and w.state = 'WAITING' and w.next_at <= :now
                            order by array_position(array['CRITICAL', 'WARNING', 'INFO'], o.severity),
                                o.alert_no
                            limit 1 for update of w skip locked)
                        returning a.event_id, a.severity, a.account_id, a.message, a.raised_at,
                            d.attempts, d.due_since
                        """)
                .param("channel", channel.name())
                .param("now", Bound.at(now))
                .param("lapse", Bound.at(now.plus(lapse)))
                .query((rs, _) -> due(channel, new Row(rs)))
                .optional();
    }

    /// The channel took it.
    public void delivered(DueAlert alert, Instant now) {
        end(alert, DeliveryState.DELIVERED, Optional.empty(), now);
    }

    /// The channel did not take it, and is not asked any more.
    ///
    /// @param failure one line without secrets
    public void givenUp(DueAlert alert, String failure, Instant now) {
        end(alert, DeliveryState.GIVEN_UP, Optional.of(failure), now);
    }

    /// The channel did not take it, and is asked again.
    ///
    /// @param failure one line without secrets
    public void failed(DueAlert alert, String failure, Instant next) {
        database.jdbc()
                .sql(
                        """
                        update alert_deliveries set failure = :failure, next_at = :next
                        where event_id = :event and channel = :channel and attempts = :attempt
                            and state = 'WAITING'
                        """)
                .param("failure", failure)
                .param("next", Bound.at(next))
                .param("event", alert.eventId())
                .param("channel", alert.channel().name())
                .param("attempt", alert.attempt())
                .update();
    }

    private void end(DueAlert alert, DeliveryState state, Optional<String> failure, Instant now) {
        database.jdbc()
                .sql(
                        """
                        update alert_deliveries
                        set state = :state, failure = coalesce(:failure::text, failure), ended_at = :now
                        where event_id = :event and channel = :channel and state = 'WAITING'
                        """)
                .param("state", state.name())
                .param("failure", Bound.text(failure))
                .param("now", Bound.at(now))
                .param("event", alert.eventId())
                .param("channel", alert.channel().name())
                .update();
    }

    private static String[] from(Severity least) {
        List<String> names =
                Arrays.stream(Severity.values())
                        .filter(severity -> severity.compareTo(least) >= 0)
                        .map(Severity::name)
                        .toList();
        return names.toArray(String[]::new);
    }

    private static DueAlert due(DeliveryChannel channel, Row row) throws SQLException {
        return new DueAlert(
                channel,
                row.text("event_id"),
                row.constant("severity", Severity.class),
                row.optionalText("account_id").map(AccountId::new),
                row.text("message"),
                row.instant("raised_at"),
                row.integer("attempts"),
                row.instant("due_since"));
    }
}
