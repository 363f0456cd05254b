package io.opspipeline.ports.market;

import io.opspipeline.domain.calendar.Session;
import java.time.LocalDate;
import java.util.List;

/// The broker's own list of sessions; it goes before our computed one.
public interface BrokerCalendar {

    /// Sessions with a date in [from, to], New York.
    ///
    /// @throws io.opspipeline.ports.broker.BrokerUnavailable when there is no readable answer
    List<Session> sessions(LocalDate from, LocalDate to);
}
