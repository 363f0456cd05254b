package io.opspipeline.local.bench;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.wire.ExchangeServer;
import io.opspipeline.runtime.time.Stopwatch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Tells the market's quotes of some contracts again and again, so many a second, in turn; those
/// that are measured rest.
final class QuoteFlood implements AutoCloseable {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final int SIZE = 20;
    private static final long TICK_MILLIS = 5;

    private final ExchangeServer server;
    private final HeldContracts held;
    private final List<OccSymbol> contracts;
    private final int perSecond;
    private final Clock clock;
    private final Set<OccSymbol> resting = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong told = new AtomicLong();

    QuoteFlood(
            ExchangeServer server,
            HeldContracts held,
            List<OccSymbol> contracts,
            int perSecond,
            Clock clock) {
        this.server = server;
        this.held = held;
        this.contracts = contracts;
        this.perSecond = perSecond;
        this.clock = clock;
        Thread.ofPlatform().name("quote flood").daemon().start(this::run);
    }

    /// Quotes told so far.
    long told() {
        return told.get();
    }

    void rest(OccSymbol contract) {
        resting.add(contract);
    }

    void goOn(OccSymbol contract) {
        resting.remove(contract);
    }

    /// Tells a quote whose bid is a share of the market's, once.
    void tell(OccSymbol contract, BigDecimal share) {
        BigDecimal bid = held.quote(contract).bid().multiply(share).setScale(2, RoundingMode.DOWN);
        server.publishQuote(
                contract, new RawQuote(bid, bid.add(CENT), SIZE, SIZE, clock.instant()));
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void run() {
        Stopwatch watch = Stopwatch.started();
        try {
            while (!closing.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                long due = watch.elapsed().toMillis() * perSecond / 1_000;
                for (; told.get() < due; told.incrementAndGet()) {
                    OccSymbol contract = contracts.get((int) (told.get() % contracts.size()));
                    if (!resting.contains(contract)) {
                        tell(contract, BigDecimal.ONE);
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
