package io.opspipeline.tradestream;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerActivities;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;

/// All that the trade-stream needs from outside.
public record TradeStreamPorts(
        TradingStream broker,
        BrokerBooks books,
        BrokerActivities activities,
        Accounts accounts,
        OrderLedger ledger,
        Positions positions,
        Bars bars,
        Heartbeats heartbeats,
        Alerts alerts,
        WakeUps wakeUps,
        SessionCalendar calendar,
        Timers timers,
        Clock clock) {}
