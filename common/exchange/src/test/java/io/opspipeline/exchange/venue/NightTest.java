package io.opspipeline.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A market that goes on to its next session.
class NightTest {

    private static final Session FIRST = Session.regular(LocalDate.of(2026, 11, 19));
    private static final Session NEXT = Session.regular(LocalDate.of(2026, 11, 20));
    private static final Ticker ALFA = new Ticker("ALFA");
    private static final OccSymbol CALL = OccSymbol.parse("ALFA261210C00100000");
    private static final OccSymbol ENDING = OccSymbol.parse("ALFA261120C00100000");

    private final ScriptedMarket market =
            new ScriptedMarket(FIRST, 1)
                    .stock(ALFA, "101")
                    .contract(CALL, "2.49", "2.50")
                    .contract(ENDING, "1.09", "1.10");
    private final Venue venue =
            Venue.open(market, List.of(Trader.opening(Trader.ACCOUNT, "10000", 2)), FIRST.open());

    @Test
    @DisplayName("what is held is held on the next day, day orders are not, and new ones fill")
    void goesOn() {
        send("a", Side.BUY, CALL, "2.50");
        send("b", Side.SELL, CALL, "9.00");
        night();

        assertThat(status("b")).isEqualTo(OrderStatus.EXPIRED);
        send("c", Side.SELL, CALL, "2.49");
        assertThat(status("c")).isEqualTo(OrderStatus.ACCEPTED);
        venue.advanceTo(NEXT.open());
        assertThat(status("c")).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.positions(Trader.ACCOUNT)).isEmpty();
    }

    @Test
    @DisplayName("a contract ends at the close of its own day")
    void endsOnItsDay() {
        send("a", Side.BUY, ENDING, "1.10");
        night();

        assertThat(venue.positions(Trader.ACCOUNT)).hasSize(1);
        venue.advanceTo(NEXT.close());
        assertThat(venue.positions(Trader.ACCOUNT)).isEmpty();
        assertThat(venue.activities(Trader.ACCOUNT).getLast().createdAt()).isEqualTo(NEXT.close());
    }

    @Test
    @DisplayName("bars of both days are shown, none of the night")
    void showsBarsOfBothDays() {
        night();

        assertThat(market.bars(ALFA, FIRST.close().minusSeconds(60), NEXT.open().plusSeconds(60)))
                .extracting(bar -> bar.start())
                .containsExactly(FIRST.close().minusSeconds(60), NEXT.open());
        assertThat(market.priorSessions()).containsExactly(FIRST);
    }

    private void night() {
        venue.advanceTo(FIRST.close().plus(Duration.ofHours(8)));
        market.turnTo(NEXT);
    }

    private void send(String id, Side side, OccSymbol contract, String price) {
        venue.submit(Trader.ACCOUNT, Trader.limit(id, side, contract.toString(), "1", price));
    }

    private OrderStatus status(String id) {
        return venue.orderByClientId(Trader.ACCOUNT, id).orElseThrow().status();
    }
}
