package io.opspipeline.exchange.wire.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.scripted.ScriptedMarket;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class OptionSnapshotsTest {

    private static final Session SESSION = Session.regular(LocalDate.of(2026, 11, 19));
    private static final Instant NOW = SESSION.open().plusSeconds(600);
    private static final Ticker ALFA = new Ticker("ALFA");
    private static final OccSymbol CALL = OccSymbol.parse("ALFA261210C00100000");
    private static final OccSymbol TODAY = OccSymbol.parse("ALFA261119C00100000");

    private final ScriptedMarket market = new ScriptedMarket(SESSION, 1).stock(ALFA, "100");

    @Test
    @DisplayName("a contract at the money has half a delta and the volatility of its mid")
    void showsGreeks() {
        market.contract(CALL, "2.49", "2.50");

        ObjectNode snapshot = snapshot(CALL);

        assertThat(snapshot.get("greeks").propertyNames())
                .containsExactly("delta", "gamma", "rho", "theta", "vega");
        assertThat(snapshot.at("/greeks/delta").doubleValue()).isBetween(0.50, 0.53);
        assertThat(snapshot.at("/impliedVolatility").doubleValue()).isBetween(0.25, 0.27);
    }

    @Test
    @DisplayName("a contract that expires today has no greeks")
    void showsNoneOfTheLastDay() {
        market.contract(TODAY, "0.99", "1.00");

        assertHasNone(TODAY);
    }

    @Test
    @DisplayName("a contract that nobody bids for has no greeks")
    void showsNoneWithoutABid() {
        market.contract(CALL, "0.00", "2.50");

        assertHasNone(CALL);
    }

    @Test
    @DisplayName("a contract whose stock is not quoted has no greeks")
    void showsNoneWithoutTheStock() {
        market.contract(CALL, "2.49", "2.50");
        market.silence("ALFA", NOW);

        assertHasNone(CALL);
    }

    private void assertHasNone(OccSymbol contract) {
        assertThat(snapshot(contract).propertyNames())
                .contains("latestQuote")
                .doesNotContain("greeks", "impliedVolatility");
    }

    private ObjectNode snapshot(OccSymbol contract) {
        return new OptionSnapshots(market).snapshot(contract, NOW);
    }
}
