package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
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
import io.opspipeline.tradestream.rules.EndRule;
import io.opspipeline.tradestream.rules.HistoryRule;
import java.time.Clock;
import java.util.function.Supplier;

/// What every account's stream is made of.
record StreamParts(
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
        EndRule ends,
        SessionCalendar calendar,
        Supplier<TradeStreamSettings> settings,
        Timers timers,
        Clock clock) {

    /// The stream of an account, not yet open.
    StreamWatch of(AccountId account) {
        var stream =
                new AccountStream(account, ledger, comparison(account), heartbeats, wakeUps, clock);
        return new StreamWatch(
                account, stream, broker, books, ledger, alerts, calendar, settings, timers, clock);
    }

    private BooksComparison comparison(AccountId account) {
        var confirmations = new Confirmations(settings);
        return new BooksComparison(
                account,
                accounts,
                books,
                new OrderComparison(
                        account,
                        books,
                        ledger,
                        new ForeignOrders(account, accounts, alerts),
                        alerts),
                new PositionComparison(
                        account,
                        positions,
                        ledger,
                        bars,
                        alerts,
                        ends,
                        confirmations,
                        new PositionHistory(account, activities, positions, new HistoryRule(ends)),
                        calendar));
    }
}
