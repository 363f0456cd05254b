package io.opspipeline.dispatcher;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.TradingHalts;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;

/// All that the dispatcher needs from outside.
public record DispatcherPorts(
        OrderEntry broker,
        BrokerBooks books,
        MarketData marketData,
        OptionChains chains,
        Accounts accounts,
        Dispatches dispatches,
        OrderLedger ledger,
        Positions positions,
        Bars bars,
        TradingHalts halts,
        Heartbeats heartbeats,
        Alerts alerts,
        SettingsReads reads,
        SessionCalendar calendar,
        Timers timers,
        Clock clock) {}
