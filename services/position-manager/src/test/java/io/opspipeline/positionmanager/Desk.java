package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.ports.store.DailyReport;
import io.opspipeline.ports.store.DayTally;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.Reports;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.market.StockHalts;
import io.opspipeline.runtime.order.CancelConfirmation;
import io.opspipeline.runtime.order.DoubtSettlement;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.time.VirtualTime;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// The desk of an account at noon, on virtual time, with a broker and a market of the test's.
final class Desk {

    static final Instant NOON = Instant.parse("2026-11-19T17:00:00Z");
    static final String CALL = "NVDA261218C00100000";

    final VirtualTime time;
    final Timers timers;
    final Clock clock;
    final MemoryBook book;
    final MemoryAccounts accounts;
    final FakeBroker broker;
    final FakeMarket market;
    final Set<String> alerts;
    final List<String> messages = new CopyOnWriteArrayList<>();
    final List<String> beats = new CopyOnWriteArrayList<>();
    final FakeQuotes quotes;
    final QuoteStreamWatch stream;
    final QuoteSubscription subscription;
    final ExitDesks desks;
    PositionManagerSettings settings = settings();

    /// Since when telemetry gives no sign of life.
    Optional<Instant> telemetryDied = Optional.empty();

    /// No alert can be told.
    boolean alertsBreak;

    private Desk(Instant start) {
        this(new VirtualTime(start), new MemoryBook(), new MemoryAccounts(), new LinkedHashSet<>());
    }

    private Desk(VirtualTime time, MemoryBook book, MemoryAccounts accounts, Set<String> alerts) {
        this(time, book, accounts, alerts, new FakeBroker(time), new FakeMarket(time));
    }

    private Desk(
            VirtualTime time,
            MemoryBook book,
            MemoryAccounts accounts,
            Set<String> alerts,
            FakeBroker broker,
            FakeMarket market) {
        this(time, book, accounts, alerts, broker, market, time, time);
    }

    private Desk(
            VirtualTime time,
            MemoryBook book,
            MemoryAccounts accounts,
            Set<String> alerts,
            FakeBroker broker,
            FakeMarket market,
            Timers timers,
            Clock clock) {
        this.time = time;
        this.timers = timers;
        this.clock = clock;
        this.book = book;
        this.accounts = accounts;
        this.alerts = alerts;
        this.broker = broker;
        this.market = market;
        quotes = new FakeQuotes(clock);
        var calendar = SessionCalendar.nyse();
        stream = new QuoteStreamWatch(told(), calendar, timers, clock);
        subscription =
                new QuoteSubscription(
                        new QuoteFeed(quotes, stream, this::desks)::open, timers, clock);
        desks = new ExitDesks(parts(calendar, stream));
    }

    static Desk atNoon() {
        return new Desk(NOON);
    }

    /// On timers with threads of their own; `time` stands still.
    static Desk onThreads(Timers timers, Clock clock) {
        return new Desk(
                new VirtualTime(NOON),
                new MemoryBook(),
                new MemoryAccounts(),
                ConcurrentHashMap.newKeySet(),
                new FakeBroker(clock),
                new FakeMarket(clock),
                timers,
                clock);
    }

    /// With timers of the test's own over virtual time.
    static Desk on(VirtualTime time, Timers timers) {
        return new Desk(
                time,
                new MemoryBook(),
                new MemoryAccounts(),
                new LinkedHashSet<>(),
                new FakeBroker(time),
                new FakeMarket(time),
                timers,
                time);
    }

    static Desk at(Instant start) {
        return new Desk(start);
    }

    /// Two calls of `large`, bought an hour ago at 2.00.
    Desk holding(String symbol, int quantity) {
        book.hold(position(1, MemoryAccounts.LARGE, symbol, quantity));
        return this;
    }

    /// An entry of `large` that is at the broker.
    Desk working(String symbol, int quantity, String limit) {
        OrderRequest request = purchase("entry in " + symbol, symbol, quantity, limit);
        book.commitIntent(
                Order.intent(request, new OrderPurpose.Entry(1), 1, clock.instant()),
                Optional.empty());
        if (broker.submit(request) instanceof SubmitResult.Accepted(var update)) {
            book.apply(MemoryAccounts.LARGE.id(), update);
        }
        return this;
    }

    /// An order of `large` at the broker that is none of ours.
    Desk somebodyElseBuys(String symbol, int quantity, String limit) {
        broker.submit(purchase("by hand", symbol, quantity, limit));
        return this;
    }

    private static OrderRequest purchase(String id, String symbol, int quantity, String limit) {
        return new OrderRequest(
                new ClientOrderId(id),
                MemoryAccounts.LARGE.id(),
                Instrument.ofSymbol(symbol),
                Side.BUY,
                quantity,
                Optional.of(Price.of(limit)));
    }

    Desk quoting(String bid, String ask) {
        market.quote(CALL, bid, ask);
        return this;
    }

    /// The job runs once, and time passes.
    Desk run(long seconds) {
        return run(MemoryAccounts.LARGE, seconds);
    }

    /// The same for an account.
    Desk run(Account account, long seconds) {
        desks.take(account.id());
        desks.evaluate(account);
        return pass(seconds);
    }

    /// The operator has everything closed, from now on.
    Desk flattened() {
        return halted("FLATTEN by operator");
    }

    /// The operator halts the account, from now on.
    Desk halted(String reason) {
        accounts.changeTradingState(
                MemoryAccounts.LARGE.id(),
                TradingState.HALTED,
                reason,
                Optional.empty(),
                time.instant());
        return this;
    }

    Desk pass(long seconds) {
        time.runUntil(time.instant().plusSeconds(seconds));
        return this;
    }

    /// The stream of quotes says something of the call.
    Desk streams(String bid, String ask) {
        quotes.say(CALL, bid, ask);
        return this;
    }

    /// The process died: a new one finds the same books, broker and market, and its own time.
    Desk restarted() {
        VirtualTime mine = new VirtualTime(time.instant());
        broker.runOn(mine);
        market.runOn(mine);
        return new Desk(mine, book, accounts, alerts, broker, market);
    }

    /// The job that ends the day.
    ReportJob report() {
        var view = new MarketView(market, FakeStocks.none(), market);
        var basis = new DayBasis(book, desks, view, told());
        return new ReportJob(accounts, broker, new Tallies(book), basis, SessionCalendar.nyse());
    }

    private QuoteReader desks() {
        return desks;
    }

    Alerts told() {
        return (severity, event, _, message, _) -> {
            if (alertsBreak) {
                throw new IllegalStateException("nobody can be told");
            }
            alerts.add(severity + " " + event);
            messages.add(message);
        };
    }

    private ExitParts parts(SessionCalendar calendar, QuoteStreamWatch stream) {
        var forced = new ForcedExits(calendar, ForcedExitTimes.DEFAULT);
        var rules = new Rulebook(() -> settings, forced);
        var view = new MarketView(market, FakeStocks.none(), market);
        var heartbeats = new Beats(beats, this::telemetry);
        Alerts told = told();
        var orders =
                new ClosingOrders(
                        broker,
                        broker,
                        book,
                        new CancelConfirmation(
                                Stage.POSITION_MANAGER,
                                broker::cancel,
                                broker,
                                book,
                                told,
                                timers,
                                clock),
                        new DoubtSettlement(Stage.POSITION_MANAGER, broker, book, timers, clock),
                        timers,
                        clock);
        return new ExitParts(
                rules,
                forced,
                view,
                new ExitHold(new StockHalts(market, market, heartbeats), rules),
                subscription,
                stream,
                orders,
                broker,
                broker,
                book,
                book,
                accounts,
                new Tallies(book),
                heartbeats,
                told,
                new TradingPauses(accounts, told),
                new Firings(),
                calendar,
                timers,
                clock);
    }

    static PositionManagerSettings settings() {
        return new SettingsBinder(RunMode.SIMULATED).bind(PositionManagerSettings.class, Map.of());
    }

    static HeldPosition position(long id, Account account, String symbol, int quantity) {
        return position(id, account, symbol, quantity, NOON.minus(Duration.ofHours(1)));
    }

    static HeldPosition position(
            long id, Account account, String symbol, int quantity, Instant openedAt) {
        Price entry = Price.of("2.00");
        Position position =
                new Position(
                        account.id(),
                        Instrument.ofSymbol(symbol),
                        account.strategy(),
                        PositionOrigin.DISPATCH,
                        PositionState.OPEN,
                        quantity,
                        quantity,
                        entry.perShare().multiply(BigDecimal.valueOf(quantity)),
                        0,
                        BigDecimal.ZERO,
                        openedAt,
                        Optional.empty());
        return new HeldPosition(
                id,
                position,
                Price.of("1.50"),
                Price.of("3.00"),
                Optional.of(new BigDecimal("0.08")),
                Optional.of(Price.of("100")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty());
    }

    private Heartbeat telemetry() {
        return new Heartbeat(
                telemetryDied.orElse(clock.instant()), Optional.empty(), Optional.empty(), "");
    }

    private record Beats(List<String> beats, Supplier<Heartbeat> telemetry) implements Heartbeats {
        @Override
        public void beat(String service, Optional<AccountId> account, Instant at, String detail) {
            beats.add("%s %s %s".formatted(Duration.between(NOON, at), account.get(), detail));
        }

        @Override
        public void connected(String service, AccountId account, Instant at) {}

        @Override
        public void reconciled(String service, AccountId account, Instant at) {}

        @Override
        public Optional<Heartbeat> latest(String service, Optional<AccountId> account) {
            assertThat(service).isEqualTo("telemetry");
            return Optional.of(telemetry.get());
        }
    }

    private record Tallies(MemoryBook book) implements Reports {
        @Override
        public DayTally tally(AccountId account, Instant from, Instant to) {
            return new DayTally(Money.ZERO, Money.ZERO, book.results.size(), 0, 0, 0);
        }

        @Override
        public void store(DailyReport report) {
            book.events.add("report of " + report.account());
        }

        @Override
        public Optional<DailyReport> find(AccountId account, LocalDate session) {
            return Optional.empty();
        }

        @Override
        public List<DailyReport> latest(AccountId account, int count) {
            return List.of();
        }
    }
}
