package io.opspipeline.positionmanager;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.ports.market.OptionQuoteStream;
import io.opspipeline.ports.order.OrderLedger;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.EquityHistory;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.Reports;
import io.opspipeline.ports.store.TradingHalts;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;

/// All that the position-manager needs from outside.
public record PositionManagerPorts(
        OrderEntry broker,
        BrokerBooks books,
        MarketData marketData,
        OptionChains chains,
        OptionQuoteStream quotes,
        Accounts accounts,
        OrderLedger ledger,
        Positions positions,
        Bars bars,
        TradingHalts halts,
        EquityHistory equity,
        Reports reports,
        Heartbeats heartbeats,
        Alerts alerts,
        SessionCalendar calendar,
        Timers timers,
        Clock clock) {}
