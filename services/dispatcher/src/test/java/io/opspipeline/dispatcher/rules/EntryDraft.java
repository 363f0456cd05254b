package io.opspipeline.dispatcher.rules;

import io.opspipeline.dispatcher.rules.EntryInputs.StreamSign;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Inputs that a test changes before it judges them.
final class EntryDraft {

    private final EntryInputs from;
    private ClaimedDispatch dispatch;
    private Instant asOf;
    private Optional<Session> session;
    private Optional<TradingStatus> status;
    private Optional<StreamSign> stream;
    private Optional<Instant> newestBarEnd;
    private Optional<TradingHalt> halt;
    private Optional<Money> todayPnl;
    private Optional<BrokerAccount> broker;
    private LimitUsage usage;

    EntryDraft(EntryInputs from) {
        this.from = from;
        dispatch = from.dispatch();
        asOf = from.asOf();
        session = from.session();
        status = from.tradingStatus();
        stream = from.stream();
        newestBarEnd = from.newestBarEnd();
        halt = from.halt();
        todayPnl = from.todayPnl();
        broker = from.broker();
        usage = from.usage();
    }

    EntryDraft dispatch(ClaimedDispatch changed) {
        dispatch = changed;
        return this;
    }

    EntryDraft asOf(Instant changed) {
        asOf = changed;
        return this;
    }

    EntryDraft session(LocalDate day) {
        session = SessionCalendar.nyse().sessionOn(day);
        return this;
    }

    EntryDraft state(TradingState changed) {
        status = Optional.of(new TradingStatus(changed, "test", Optional.empty()));
        return this;
    }

    EntryDraft stream(StreamSign changed) {
        stream = Optional.of(changed);
        return this;
    }

    EntryDraft newestBar(Instant end) {
        newestBarEnd = Optional.of(end);
        return this;
    }

    EntryDraft halt(TradingHalt changed) {
        halt = Optional.of(changed);
        return this;
    }

    EntryDraft todayPnl(String dollars) {
        todayPnl = Optional.of(Money.of(dollars));
        return this;
    }

    EntryDraft broker(BrokerAccount changed) {
        broker = Optional.of(changed);
        return this;
    }

    EntryDraft working(List<LimitUsage.AtWork> working) {
        usage = new LimitUsage(working, List.of(), List.of(), Money.ZERO);
        return this;
    }

    EntryInputs inputs() {
        return new EntryInputs(
                from.account(),
                dispatch,
                asOf,
                session,
                status,
                stream,
                newestBarEnd,
                halt,
                todayPnl,
                broker,
                usage);
    }
}
