package io.opspipeline.alpaca.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOptionSnapshot;
import io.opspipeline.alpaca.wire.WireQuote;
import io.opspipeline.alpaca.wire.WireStockSnapshot;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.domain.money.Price;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteRowTest {

    private static final Instant SEEN = Instant.parse("2026-01-06T15:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "QUOTE-ZERO    | {'t':'2026-01-06T15:00:00Z','bp':0,'ap':0,'bs':0,'as':0}     | NO_ASK",
                "QUOTE-NAN     | {'t':'2026-01-06T15:00:00Z','bp':NaN,'ap':1,'bs':1,'as':1}   | MALFORMED",
                "LOCKED-CROSSED| {'t':'2026-01-06T15:00:00Z','bp':2,'ap':1.9,'bs':1,'as':1}   | CROSSED",
                "negative      | {'t':'2026-01-06T15:00:00Z','bp':-1,'ap':1.9,'bs':1,'as':1}  | MALFORMED",
                "no time       | {'bp':1,'ap':1.9,'bs':1,'as':1}                              | MALFORMED",
                "empty         | {}                                                           | MALFORMED"
            })
    void saysWhyThereIsNoQuote(String name, String row, QuoteFault fault) {
        assertThat(reading(row)).isEqualTo(new QuoteReading.Unusable(fault, SEEN));
    }

    @Test
    void missesAQuoteThatIsNotThere() {
        assertThat(QuoteRow.translate(Optional.empty(), SEEN))
                .isEqualTo(new QuoteReading.Unusable(QuoteFault.MISSING, SEEN));
    }

    @Test
    void takesALockedQuoteAndAOneSidedOne() {
        assertThat(reading("{'t':'2026-01-06T15:00:00Z','bp':2,'ap':2,'bs':1,'as':1}"))
                .isInstanceOf(QuoteReading.Seen.class);
        assertThat(reading("{'t':'2026-01-06T15:00:00Z','bp':0,'ap':2,'bs':0,'as':1}"))
                .isInstanceOf(QuoteReading.Seen.class);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "ONE-SIDED: a stock without a quote on one side has none; an option may have no bid")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'t':'2026-01-06T15:00:00Z','bp':0,'ap':101,'bs':0,'as':1}   | NO_BID",
                "{'t':'2026-01-06T15:00:00Z','bp':764.34,'ap':0,'bs':1,'as':0}| NO_ASK",
                "{'t':'2026-01-06T15:00:00Z','bp':0,'ap':0,'bs':0,'as':0}     | NO_ASK"
            })
    void hasNoOneSidedQuoteOfAStock(String quote, String fault) {
        WireNode row =
                node(
                        "{'latestQuote':%s,'latestTrade':{'t':'2026-01-06T15:00:00Z','p':100}}"
                                .formatted(quote));
        StockSnapshot stock =
                StockSnapshotRow.translate(Ticker.of("AAPL"), WireStockSnapshot.from(row), SEEN);

        assertThat(stock.reading().toString()).contains("fault=" + fault);
        assertThat(stock.lastPrice()).contains(Price.of("100"));
    }

    @Test
    @DisplayName("incident 5: volume is the session's by its date, never the latest trade's size")
    void takesVolumesByDateAndNotByName() {
        // It is Tuesday. The bar before may be weeks old.
        OptionSnapshot tuesday = snapshot("2026-01-06T05:00:00Z", "2025-12-01T05:00:00Z");
        OptionSnapshot monday = snapshot("2026-01-05T05:00:00Z", "2026-01-02T05:00:00Z");

        assertThat(tuesday.volumeToday()).hasValue(7);
        assertThat(tuesday.volumePrevious()).isEmpty();
        assertThat(monday.volumeToday()).isEmpty();
        assertThat(monday.volumePrevious()).hasValue(7);
    }

    private static OptionSnapshot snapshot(String day, String before) {
        String row =
                "{'latestTrade':{'t':'%1$s','p':1.05,'s':500},'minuteBar':{'t':'%1$s','v':3},'dailyBar':{'t':'%1$s','v':7},'prevDailyBar':{'t':'%2$s','v':9}}"
                        .formatted(day, before);
        return OptionSnapshotRow.translate(
                OccSymbol.parse("AAPL260116C00100000"), WireOptionSnapshot.from(node(row)), SEEN);
    }

    private static QuoteReading reading(String row) {
        return QuoteRow.translate(Optional.of(WireQuote.from(node(row))), SEEN);
    }

    private static WireNode node(String row) {
        return WireNode.parse(row.replace('\'', '"')).orElseThrow();
    }
}
