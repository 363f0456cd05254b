package io.opspipeline.reliability.submit;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.BarSource;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import io.opspipeline.reliability.world.Signals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Stocks at 100 with one call each, whose quote wanders by two cents, so that an order sometimes
/// fills at once, sometimes later, and sometimes never.
final class SubmitMarket {

    static final Session SESSION = Session.regular(LocalDate.of(2026, 11, 19));

    private static final int TICKERS = 24;
    private static final int SIGNALLED = 4;
    private static final LocalDate EXPIRY = LocalDate.of(2026, 12, 10);
    private static final List<List<String>> QUOTES =
            List.of(List.of("2.42", "2.48"), List.of("2.44", "2.50"), List.of("2.46", "2.52"));

    private final ScriptedMarket market;
    private final RandomGenerator random;
    private final List<Ticker> tickers;

    SubmitMarket(long seed, RandomGenerator random) {
        this.random = random;
        market = new ScriptedMarket(SESSION, seed);
        tickers =
                IntStream.range(0, TICKERS)
                        .mapToObj(number -> new Ticker("S" + (char) ('A' + number)))
                        .toList();
        tickers.forEach(ticker -> {
            market.stock(ticker, "100");
            market.contract(call(ticker), "2.44", "2.50");
        });
    }

    ScriptedMarket market() {
        return market;
    }

    /// Moves every contract.
    void move(Instant now) {
        for (Ticker ticker : tickers) {
            List<String> quote = QUOTES.get(random.nextInt(QUOTES.size()));
            market.quote(call(ticker), now, quote.getFirst(), quote.getLast());
        }
    }

    /// The bars of the minute that ended last.
    List<StoredBar> barsBefore(Instant minute) {
        return tickers.stream()
                .flatMap(ticker -> market.bars(ticker, minute.minus(Bar.LENGTH), minute).stream())
                .map(bar -> new StoredBar(bar, BarSource.STREAM, "sip"))
                .toList();
    }

    /// Signals in a few tickers, others each minute.
    List<Signal> signals(Instant now) {
        int first = (int) (now.getEpochSecond() / 60 * SIGNALLED % TICKERS);
        return Stream.concat(tickers.stream(), tickers.stream())
                .skip(first)
                .limit(SIGNALLED)
                .map(ticker -> Signals.good(ticker, Action.BUY_CALL, now))
                .toList();
    }

    private static OccSymbol call(Ticker ticker) {
        return new OccSymbol(ticker.symbol(), EXPIRY, Right.CALL, Price.of("100"));
    }
}
