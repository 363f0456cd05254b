package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.runtime.time.VirtualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Two contracts and a stock of one account.
class MarkBookTest {

    private static final String OTHER = "NVDA261218C00110000";
    private static final String NOBODYS = "NVDA261218C00120000";
    private static final String STOCK = "MSFT";
    private static final SessionCalendar CALENDAR = SessionCalendar.nyse();
    private static final Session SESSION = CALENDAR.sessionAt(Desk.NOON).orElseThrow();

    private final MarkBook book = book();

    @BeforeEach
    void holds() {
        book.hold(List.of(held(1, Desk.CALL), held(2, OTHER), held(3, STOCK)), Desk.NOON);
    }

    @Test
    @DisplayName("A-86: a reading speaks of the positions in its symbol, and of no other")
    void speaksOfItsOwn() {
        assertThat(see(OTHER, "2.00", Desk.NOON)).extracting(HeldPosition::id).containsExactly(2L);
        assertThat(see(NOBODYS, "2.00", Desk.NOON)).isEmpty();
    }

    @Test
    void knowsTheContractsThatAreHeld() {
        assertThat(book.holdsAnyOf(contracts(OTHER, NOBODYS))).isTrue();
        assertThat(book.holdsAnyOf(contracts(NOBODYS))).isFalse();

        book.drop(2);
        assertThat(book.holdsAnyOf(contracts(OTHER))).isFalse();
    }

    @Test
    @DisplayName("A-61: a mid that is too old for the day's profit and loss is none")
    void forgetsOldMids() {
        see(Desk.CALL, "2.00", Desk.NOON);
        see(OTHER, "1.00", Desk.NOON.plusSeconds(1));
        Instant later = Desk.NOON.plusSeconds(61);

        assertThat(book.mids(Duration.ofSeconds(61), later)).containsOnlyKeys(Desk.CALL, OTHER);
        assertThat(book.mids(Duration.ofSeconds(60), later)).containsOnlyKeys(OTHER);
    }

    @Test
    @DisplayName("A contract for which nobody bids makes no other one worthless")
    void knowsWhichOneIsWorthless() {
        for (int second = 0; second <= 90; second += 5) {
            see(Desk.CALL, "0", Desk.NOON.plusSeconds(second));
            see(OTHER, "2.00", Desk.NOON.plusSeconds(second));
        }
        Instant now = Desk.NOON.plusSeconds(90);

        assertThat(book.isWorthless(Instrument.ofSymbol(Desk.CALL), now)).isTrue();
        assertThat(book.isWorthless(Instrument.ofSymbol(OTHER), now)).isFalse();
    }

    @Test
    void namesWhatWasNotSeenSince() {
        see(Desk.CALL, "2.00", Desk.NOON.plusSeconds(5));
        see(OTHER, "2.00", Desk.NOON.plusSeconds(4));

        assertThat(book.unseenSince(Optional.of(Desk.NOON.plusSeconds(5))))
                .extracting(Instrument::symbol)
                .containsExactly(OTHER, STOCK);
    }

    private List<HeldPosition> see(String symbol, String bid, Instant at) {
        Price low = Price.of(bid);
        Quote quote = new Quote(low, low.plus(new BigDecimal("0.04")), 10, 10);
        return book.see(
                Map.of(symbol, new QuoteReading.Seen(new Sighting(quote, at, at))), SESSION);
    }

    private static Set<OccSymbol> contracts(String... symbols) {
        return Arrays.stream(symbols).map(OccSymbol::parse).collect(Collectors.toSet());
    }

    private static HeldPosition held(long id, String symbol) {
        return Desk.position(id, MemoryAccounts.LARGE, symbol, 2);
    }

    private static MarkBook book() {
        var market = new FakeMarket(new VirtualTime(Desk.NOON));
        return new MarkBook(
                MemoryAccounts.LARGE.id(),
                new Rulebook(Desk::settings, new ForcedExits(CALENDAR, ForcedExitTimes.DEFAULT)),
                new MarketView(market, FakeStocks.none(), market),
                new MemoryBook());
    }
}
