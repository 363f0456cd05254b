package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MarketViewTest {

    private static final Instrument STOCK = Instrument.ofSymbol("NVDA");
    private static final Instrument CALL = Instrument.ofSymbol(Desk.CALL);
    private static final Quote QUOTE = new Quote(Price.of("100.01"), Price.of("100.03"), 5, 5);

    private final Desk desk = Desk.atNoon().quoting("2.00", "2.08");

    @Test
    void readsStocksAndContracts() {
        MarketView view = view(_ -> Map.of(ticker(), snapshot()));

        assertThat(view.readings(Set.of(STOCK, CALL))).containsOnlyKeys("NVDA", Desk.CALL);
        assertThat(view.quote(STOCK)).contains(QUOTE);
        assertThat(view.readings(Set.of(CALL))).containsOnlyKeys(Desk.CALL);
    }

    @Test
    @DisplayName("Stocks that cannot be read do not hide the contracts")
    void goesOnWithoutStocks() {
        MarketView view =
                view(_ -> {
                    throw new BrokerUnavailable("503");
                });

        assertThat(view.readings(Set.of(STOCK, CALL))).containsOnlyKeys(Desk.CALL);
    }

    @Test
    @DisplayName("A bar that is still running is no newest bar")
    void readsClosedBarsOnly() {
        MarketView view = view(_ -> Map.of());

        assertThat(view.newestBars(Set.of(ticker()), desk.time.instant()))
                .containsOnlyKeys(ticker());
        assertThat(view.newestBars(Set.of(), desk.time.instant())).isEmpty();
    }

    private MarketView view(Function<Set<Ticker>, Map<Ticker, StockSnapshot>> stocks) {
        return new MarketView(desk.market, new FakeStocks(stocks), desk.market);
    }

    private static Ticker ticker() {
        return OccSymbol.parse(Desk.CALL).underlying();
    }

    private StockSnapshot snapshot() {
        var seen = new Sighting(QUOTE, desk.time.instant(), desk.time.instant());
        return new StockSnapshot(
                ticker(), new QuoteReading.Seen(seen), Optional.empty(), Optional.empty());
    }
}
