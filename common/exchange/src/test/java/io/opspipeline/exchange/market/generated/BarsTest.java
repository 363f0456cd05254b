package io.opspipeline.exchange.market.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarsTest {

    private static final Ticker TICKER = Ticker.of("CRM");

    private final GeneratedMarket market = GeneratedMarket.active(1);
    private final Observed observed = new Observed(market);

    @Test
    void coverEveryMinuteOfFourSessions() {
        List<Instant> minutes =
                Stream.concat(market.priorSessions().stream(), Stream.of(market.session()))
                        .flatMap(BarsTest::minutes)
                        .toList();
        assertThat(market.priorSessions())
                .extracting(Session::date)
                .containsExactly(
                        LocalDate.of(2025, 6, 9),
                        LocalDate.of(2025, 6, 10),
                        LocalDate.of(2025, 6, 11));
        assertThat(all()).extracting(Bar::start).containsExactlyElementsOf(minutes).hasSize(1560);
    }

    @Test
    void includeTheirFirstMinuteAndExcludeTheirLast() {
        Instant from = observed.minute(10);
        assertThat(market.bars(TICKER, from, observed.minute(12)))
                .extracting(Bar::start)
                .containsExactly(from, observed.minute(11));
        assertThat(market.bars(TICKER, from.plusSeconds(1), observed.minute(11))).isEmpty();
        assertThat(market.bars(TICKER, from, from)).isEmpty();
        assertThat(market.bars(Ticker.of("ZZZ"), from, observed.close())).isEmpty();
    }

    @Test
    void priceInCentsAndTradeInEveryMinute() {
        assertThat(all())
                .allSatisfy(bar -> {
                    Stream.of(bar.open(), bar.high(), bar.low(), bar.close())
                            .map(price -> price.perShare().movePointRight(2).stripTrailingZeros())
                            .forEach(cents -> assertThat(cents.scale()).isLessThanOrEqualTo(0));
                    assertThat(bar.volume()).isPositive();
                });
    }

    @Test
    void holdThePricesQuotedInTheirMinute() {
        for (Bar bar : market.bars(TICKER, observed.minute(0), observed.close())) {
            for (int second = 0; second < 60; second += 5) {
                Instant at = bar.start().plusSeconds(second);
                assertThat(market.stockQuote(TICKER, at).orElseThrow().mid())
                        .isBetween(cent(bar.low().perShare(), -1), cent(bar.high().perShare(), 1));
            }
        }
    }

    @Test
    void gapOvernightButNotFarWithinASession() {
        List<Bar> bars = all();
        for (int i = 1; i < bars.size(); i++) {
            double move =
                    Math.log(bars.get(i).open().asDouble() / bars.get(i - 1).close().asDouble());
            assertThat(Math.abs(move)).isLessThan(0.05);
        }
    }

    @Test
    void earlySessionsAreShorter() {
        LocalDate early = LocalDate.of(2025, 7, 3);
        GeneratedMarket short3 = GeneratedMarket.active(1, early, DefaultListings.universe());
        Observed day = new Observed(short3);
        assertThat(short3.bars(TICKER, day.minute(0), day.close())).hasSize(210);
        assertThat(short3.stockQuote(TICKER, day.close().plusSeconds(600)))
                .isEqualTo(short3.stockQuote(TICKER, day.close()));
    }

    @Test
    void nothingIsQuotedBeforeTheOpen() {
        Instant before = observed.minute(0).minusSeconds(1);
        assertThat(market.stockQuote(TICKER, before)).isEmpty();
        assertThat(observed.symbols(TICKER))
                .allSatisfy(symbol -> {
                    assertThat(market.optionQuote(symbol, before)).isEmpty();
                    assertThat(market.optionVolume(symbol, before)).hasValue(0);
                });
    }

    @Test
    void aHolidayHasNoMarket() {
        LocalDate holiday = LocalDate.of(2025, 6, 19);
        assertThatThrownBy(() -> GeneratedMarket.active(1, holiday, DefaultListings.all()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2025-06-19 is not a session");
    }

    private List<Bar> all() {
        return market.bars(TICKER, market.priorSessions().getFirst().open(), observed.close());
    }

    private static Stream<Instant> minutes(Session session) {
        return Stream.iterate(
                session.open(),
                start -> start.isBefore(session.close()),
                start -> start.plusSeconds(60));
    }

    private static BigDecimal cent(BigDecimal price, int cents) {
        return price.add(BigDecimal.valueOf(cents, 2));
    }
}
