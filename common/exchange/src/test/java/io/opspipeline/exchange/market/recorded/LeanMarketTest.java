package io.opspipeline.exchange.market.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.testkit.SharedFiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The quirks of real files in LEAN's layout.
class LeanMarketTest {

    private static final LocalDate GOOG_DAY = LocalDate.of(2015, 12, 23);
    private static final LocalDate TWX_DAY = LocalDate.of(2014, 6, 5);
    private static final OccSymbol CALL = OccSymbol.parse("GOOG151224C00750000");
    private static final OccSymbol FAR_CALL = OccSymbol.parse("TWX160115C00100000");

    @Test
    void barsEndWithTheSession() {
        Market goog = open("GOOG", GOOG_DAY);
        List<Bar> bars = bars(goog, "GOOG");
        assertThat(goog.session().isEarlyClose()).isFalse();
        assertThat(bars).hasSize(390);
        assertThat(bars.getFirst().start()).isEqualTo(at(GOOG_DAY, "09:30"));
        assertThat(bars.getFirst().open().asDouble()).isEqualTo(753.47);
        assertThat(bars.getLast().start()).isEqualTo(at(GOOG_DAY, "15:59"));
    }

    @Test
    void readsThePairsOfEachMinute() {
        Market goog = open("GOOG", GOOG_DAY);
        assertThat(quote(goog, CALL, "09:30")).isEqualTo("5.1000 x 5.8000");
        assertThat(quote(goog, CALL, "09:30:29")).isEqualTo("5.1000 x 5.8000");
        assertThat(quote(goog, CALL, "09:30:30")).isEqualTo("3.9000 x 5.0000");
        assertThat(quote(goog, CALL, "09:31")).isEqualTo("3.9000 x 5.0000");
        assertThat(quote(goog, CALL, "09:34:29")).isEqualTo("3.6000 x 5.0000");
        assertThat(quote(goog, CALL, "09:34:59")).isEqualTo("3.9000 x 5.5000");
    }

    @Test
    void quotesNothingOutsideOfTheSession() {
        Market goog = open("GOOG", GOOG_DAY);
        Market twx = open("TWX", TWX_DAY);
        assertThat(goog.optionQuote(CALL, at(GOOG_DAY, "09:29:59"))).isEmpty();
        assertThat(goog.stockQuote(Ticker.of("GOOG"), at(GOOG_DAY, "09:29:59"))).isEmpty();
        assertThat(twx.stockQuote(Ticker.of("TWX"), at(TWX_DAY, "09:29:59"))).isEmpty();
        RawQuote last = twx.stockQuote(Ticker.of("TWX"), at(TWX_DAY, "19:00")).orElseThrow();
        assertThat(last.bid()).isEqualByComparingTo("70.89");
        assertThat(last.ask()).isEqualByComparingTo("70.90");
        assertThat(last.at()).isEqualTo(at(TWX_DAY, "16:00"));
        assertThat(goog.optionQuote(CALL, at(GOOG_DAY, "18:00")))
                .isEqualTo(goog.optionQuote(CALL, at(GOOG_DAY, "16:00")));
    }

    @Test
    void aSideWithoutQuotesHasNeitherPriceNorSize() {
        Market twx = open("TWX", TWX_DAY);
        assertThat(quote(twx, FAR_CALL, "09:33")).isEqualTo("0.4900 x 0");
        assertThat(quote(twx, FAR_CALL, "09:37")).isEqualTo("0 x 0.9400");
        RawQuote noBid = twx.optionQuote(FAR_CALL, at(TWX_DAY, "09:37")).orElseThrow();
        assertThat(noBid.bidSize()).isZero();
        assertThat(noBid.askSize()).isEqualTo(214);
    }

    @Test
    void aMissingMinuteShowsTheOneBefore() {
        Market twx = open("TWX", TWX_DAY);
        assertThat(quote(twx, FAR_CALL, "09:59")).isEqualTo(quote(twx, FAR_CALL, "09:40:30"));
        assertThat(twx.optionQuote(FAR_CALL, at(TWX_DAY, "09:59:07")).orElseThrow().at())
                .isEqualTo(at(TWX_DAY, "09:59:05"));
    }

    @Test
    void contractsTradeInTheTicksOfTheirClass() {
        assertThat(open("TWX", TWX_DAY).options(Ticker.of("TWX")))
                .hasSize(184)
                .allMatch(OptionListing::pennyProgram);
        assertThat(open("GOOG", GOOG_DAY).options(Ticker.of("GOOG")))
                .hasSize(118)
                .noneMatch(OptionListing::pennyProgram)
                .noneMatch(OptionListing::centsEverywhere);
    }

    @Test
    void quotesAreOnTicksAndNotCrossed() {
        Market goog = open("GOOG", GOOG_DAY);
        for (OptionListing listing : goog.options(Ticker.of("GOOG"))) {
            for (String time : List.of("09:30:10", "11:00", "15:59:55")) {
                goog.optionQuote(listing.symbol(), at(GOOG_DAY, time))
                        .ifPresent(quote -> {
                            assertThat(isOnTick(quote.bid()) && isOnTick(quote.ask())).isTrue();
                            assertThat(
                                            quote.ask().signum() == 0
                                                    || quote.bid().compareTo(quote.ask()) <= 0)
                                    .isTrue();
                            assertThat(quote.bidSize() > 0).isEqualTo(quote.bid().signum() > 0);
                            assertThat(quote.askSize() > 0).isEqualTo(quote.ask().signum() > 0);
                        });
            }
        }
    }

    @Test
    void countsOnlyTradesOfMinutesThatAreOver() {
        Market goog = open("GOOG", GOOG_DAY);
        assertThat(goog.openInterest(CALL)).hasValue(555);
        assertThat(goog.previousOptionVolume(CALL)).isEmpty();
        assertThat(goog.optionVolume(CALL, at(GOOG_DAY, "09:33:59"))).hasValue(0);
        assertThat(goog.optionVolume(CALL, at(GOOG_DAY, "09:34"))).hasValue(9);
        assertThat(goog.optionVolume(CALL, at(GOOG_DAY, "09:36"))).hasValue(33);
        assertThat(goog.optionVolume(OccSymbol.parse("GOOG151224C00751000"), at(GOOG_DAY, "10:00")))
                .isEmpty();
    }

    @Test
    void readsTheSessionsBeforeAndRecordedStockQuotes() {
        LocalDate day = LocalDate.of(2013, 10, 9);
        Market spy = open("SPY", day);
        assertThat(spy.priorSessions())
                .extracting(Session::date)
                .containsExactly(LocalDate.of(2013, 10, 7), LocalDate.of(2013, 10, 8));
        assertThat(spy.description().mode()).isEqualTo("recorded bars, generated chains");
        for (Bar bar : spy.bars(Ticker.of("SPY"), at(day, "09:30"), at(day, "16:00"))) {
            RawQuote quote =
                    spy.stockQuote(Ticker.of("SPY"), bar.start().plusSeconds(30)).orElseThrow();
            assertThat(quote.mid().doubleValue() / bar.close().asDouble()).isBetween(0.999, 1.001);
        }
    }

    private static List<Bar> bars(Market market, String ticker) {
        Session session = market.session();
        return market.bars(
                Ticker.of(ticker),
                session.open().minusSeconds(30_000),
                session.close().plusSeconds(30_000));
    }

    private static Market open(String ticker, LocalDate day) {
        return RecordedMarkets.open(
                SharedFiles.require("lean"), day, new TreeSet<>(List.of(Ticker.of(ticker))), 1);
    }

    private static String quote(Market market, OccSymbol symbol, String time) {
        LocalDate day = market.session().date();
        RawQuote quote = market.optionQuote(symbol, at(day, time)).orElseThrow();
        return quote.bid() + " x " + quote.ask();
    }

    /// Five cents below 3.00, ten from there.
    private static boolean isOnTick(BigDecimal price) {
        boolean above = price.compareTo(new BigDecimal("3")) >= 0;
        return price.remainder(new BigDecimal(above ? "0.10" : "0.05")).signum() == 0;
    }

    private static Instant at(LocalDate day, String time) {
        return NewYork.at(day, LocalTime.parse(time));
    }
}
