package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Everything the account gates read. What could not be had is empty, and blocks.
///
/// @param account the account
/// @param dispatch the signal and its ticker's sector
/// @param asOf the time of the decision, UTC
/// @param session today's session; empty on a day without one
/// @param tradingStatus what the account may do
/// @param stream the trade stream's last sign of life
/// @param newestBarEnd when the ticker's newest stored bar closed, UTC
/// @param halt of the ticker, while it lasts
/// @param todayPnl today's profit and loss, realised and not
/// @param broker the account as the broker sees it
/// @param usage what this account's limits count
public record EntryInputs(
        Account account,
        ClaimedDispatch dispatch,
        Instant asOf,
        Optional<Session> session,
        Optional<TradingStatus> tradingStatus,
        Optional<StreamSign> stream,
        Optional<Instant> newestBarEnd,
        Optional<TradingHalt> halt,
        Optional<Money> todayPnl,
        Optional<BrokerAccount> broker,
        LimitUsage usage) {

    /// The trade stream's last sign of life.
    ///
    /// @param age time since it
    /// @param reconciled true when the books were compared since the last connect
    public record StreamSign(Duration age, boolean reconciled) {}

    /// The signal.
    public Signal signal() {
        return dispatch.signal().signal();
    }

    /// The same inputs with usage read again.
    public EntryInputs withUsage(LimitUsage fresh) {
        return new EntryInputs(
                account,
                dispatch,
                asOf,
                session,
                tradingStatus,
                stream,
                newestBarEnd,
                halt,
                todayPnl,
                broker,
                fresh);
    }
}
