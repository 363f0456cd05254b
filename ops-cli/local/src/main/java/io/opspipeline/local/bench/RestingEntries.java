package io.opspipeline.local.bench;

import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.local.up.ServiceProcesses;
import io.opspipeline.persistence.market.PostgresBars;
import io.opspipeline.persistence.signal.PostgresSignals;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.runtime.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Entries of the dispatcher, for signals that are written past the system. Their orders rest where
/// the exchange lets none fill.
final class RestingEntries {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MeasuredExchange exchange;
    private final ServiceProcesses services;
    private final JdbcClient rows;

    RestingEntries(MeasuredExchange exchange, ServiceProcesses services) {
        this.exchange = exchange;
        this.services = services;
        this.rows = JdbcClient.create(services.source());
    }

    /// Signals to buy calls on a stock, and waits until the ledger says that the order works.
    ///
    /// @return false when the dispatcher did not send one
    boolean enter(Ticker ticker) throws InterruptedException {
        exchange.awaitStep();
        Instant now = exchange.clock().instant();
        Instant barStart = now.truncatedTo(ChronoUnit.MINUTES).minus(Bar.LENGTH);
        String order =
                ClientOrderId.entry(MeasuredAccount.ID, ticker, barStart, InstrumentType.CALL, 1)
                        .value();
        signal(ticker, barStart, now);
        services.run(JobName.DISPATCHER, Optional.of(MeasuredAccount.ID.value()));
        Stopwatch waited = Stopwatch.started();
        MeasuredExchange.await(() -> isAtWork(order) || waited.elapsed().compareTo(PATIENCE) > 0);
        return isAtWork(order);
    }

    /// Lets the market move until no entry works any more.
    void awaitNone() throws InterruptedException {
        Stopwatch waited = Stopwatch.started();
        while (working() > 0) {
            if (waited.elapsed().compareTo(PATIENCE.multipliedBy(3)) > 0) {
                throw new IllegalStateException("an entry works on");
            }
            exchange.awaitStep();
        }
    }

    private void signal(Ticker ticker, Instant barStart, Instant now) {
        Database database = Database.over(services.source());
        var spot = exchange.venue().market().stockQuote(ticker, now).orElseThrow().mid();
        Price price = Price.ofComputed(spot.doubleValue());
        Bar bar = new Bar(ticker, barStart, price, price, price, price, 1_000);
        new PostgresBars(database).store(List.of(new StoredBar(bar, BarSource.REST, "sip")), now);
        new PostgresSignals(database)
                .store(
                        List.of(
                                new Signal(
                                        ticker,
                                        Action.BUY_CALL,
                                        new Confidence(0.9),
                                        features(bar),
                                        Optional.empty(),
                                        "bench")),
                        now);
    }

    private static FeatureRow features(Bar bar) {
        return new FeatureRow(
                bar.ticker(),
                bar.start(),
                bar.close(),
                OptionalDouble.of(bar.close().asDouble()),
                OptionalDouble.empty(),
                OptionalDouble.of(2.5),
                OptionalInt.of(1),
                4,
                OptionalDouble.of(0.002),
                OptionalInt.of(1),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private boolean isAtWork(String order) {
        return rows.sql(
                                """
                                select count(*) from orders
                                where client_order_id = ? and state = 'SUBMITTED' and filled_quantity = 0
                                """)
                        .param(order)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long working() {
        return rows.sql(
                        """
                        select count(*) from dispatch_executions
                        where status in ('INTENT', 'SUBMITTED', 'IN_DOUBT')
                        """)
                .query(Long.class)
                .single();
    }
}
