package io.opspipeline.dispatcher;

import io.opspipeline.dispatcher.rules.EntryInputs.StreamSign;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/// What one run knows of its account, read once. What could not be had is empty.
///
/// @param account the account
/// @param asOf the time of the run, UTC
/// @param dayStart start of the New York day, UTC
/// @param session today's session
/// @param tradingStatus what the account may do
/// @param stream the trade stream's last sign of life
/// @param todayPnl today's profit and loss
/// @param broker the account as the broker sees it
record AccountPicture(
        Account account,
        Instant asOf,
        Instant dayStart,
        Optional<Session> session,
        Optional<TradingStatus> tradingStatus,
        Optional<StreamSign> stream,
        Optional<Money> todayPnl,
        Optional<BrokerAccount> broker) {}
