package io.opspipeline.dispatcher;

import io.opspipeline.dispatcher.rules.EntryInputs;
import io.opspipeline.dispatcher.rules.EntryInputs.StreamSign;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.DayPnl;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PnlDay;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.runtime.market.StockHalts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what the gates need. A broker that gives no answer leaves its part empty, and the gate
/// that needs it blocks by its name.
final class EntryInputsLoader {

    private static final Logger LOG = LoggerFactory.getLogger(EntryInputsLoader.class);

    /// The service whose heartbeat STREAM_READY reads.
    private static final String TRADE_STREAM = "trade-stream";

    private final SessionCalendar calendar;
    private final EntryPermission permission;
    private final Heartbeats heartbeats;
    private final Bars bars;
    private final StockHalts halts;
    private final Positions positions;
    private final BrokerBooks books;
    private final OptionChains chains;
    private final MarketData marketData;

    EntryInputsLoader(
            SessionCalendar calendar,
            EntryPermission permission,
            Heartbeats heartbeats,
            Bars bars,
            StockHalts halts,
            Positions positions,
            BrokerBooks books,
            OptionChains chains,
            MarketData marketData) {
        this.calendar = calendar;
        this.permission = permission;
        this.heartbeats = heartbeats;
        this.bars = bars;
        this.halts = halts;
        this.positions = positions;
        this.books = books;
        this.chains = chains;
        this.marketData = marketData;
    }

    AccountPicture picture(Account account, Instant asOf) {
        Instant dayStart = NewYork.startOf(NewYork.dateOf(asOf));
        return new AccountPicture(
                account,
                asOf,
                dayStart,
                calendar.sessionOn(NewYork.dateOf(asOf)),
                Optional.of(permission.status(account.id(), asOf)),
                streamSign(account.id(), asOf),
                available("today's profit and loss", () -> todayPnl(account.id(), asOf))
                        .flatMap(pnl -> pnl),
                available("account", () -> books.account(account.id())));
    }

    EntryInputs inputs(ClaimedDispatch dispatch, AccountPicture picture, LimitUsage usage) {
        Ticker ticker = dispatch.signal().signal().ticker();
        return new EntryInputs(
                picture.account(),
                dispatch,
                picture.asOf(),
                picture.session(),
                picture.tradingStatus(),
                picture.stream(),
                bars.latestBefore(ticker, picture.asOf()).map(Bar::end),
                halts.of(ticker, picture.asOf()),
                picture.todayPnl(),
                picture.broker(),
                usage);
    }

    private Optional<StreamSign> streamSign(AccountId account, Instant asOf) {
        return heartbeats
                .latest(TRADE_STREAM, Optional.of(account))
                .map(beat -> new StreamSign(beat.age(asOf), beat.isReconciled()));
    }

    private Optional<Money> todayPnl(AccountId account, Instant asOf) {
        List<HeldPosition> held = positions.held(account);
        PnlDay today = PnlDay.of(asOf, calendar);
        Money realised = positions.realisedSince(account, today.start());
        return DayPnl.of(realised, held, mids(held), today);
    }

    private Map<String, Price> mids(List<HeldPosition> held) {
        Map<String, Price> mids = new HashMap<>();
        if (!held.isEmpty()) {
            addOptionMids(held, mids);
            addStockMids(held, mids);
        }
        return mids;
    }

    private void addOptionMids(List<HeldPosition> held, Map<String, Price> mids) {
        Set<OccSymbol> contracts =
                held.stream()
                        .map(each -> each.position().instrument())
                        .filter(Instrument.Option.class::isInstance)
                        .map(instrument -> ((Instrument.Option) instrument).contract())
                        .collect(Collectors.toSet());
        if (!contracts.isEmpty()) {
            chains.quotes(contracts)
                    .forEach((symbol, reading) ->
                            mid(reading).ifPresent(mid -> mids.put(symbol.toString(), mid)));
        }
    }

    private void addStockMids(List<HeldPosition> held, Map<String, Price> mids) {
        Set<Ticker> stocks =
                held.stream()
                        .map(each -> each.position().instrument())
                        .filter(Instrument.Stock.class::isInstance)
                        .map(Instrument::ticker)
                        .collect(Collectors.toSet());
        if (!stocks.isEmpty()) {
            Map<Ticker, StockSnapshot> snapshots = marketData.snapshots(stocks);
            snapshots.forEach((ticker, snapshot) ->
                    mid(snapshot.reading()).ifPresent(mid -> mids.put(ticker.symbol(), mid)));
        }
    }

    private static Optional<Price> mid(QuoteReading reading) {
        return switch (reading) {
            case QuoteReading.Seen seen -> Optional.of(seen.sighting().quote().mid());
            case QuoteReading.Unusable _ -> Optional.empty();
        };
    }

    private static <T> Optional<T> available(String what, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("{} could not be read: {}", what, unavailable.getMessage());
            return Optional.empty();
        }
    }
}
