package io.opspipeline.domain.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Fill;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A-61, A-97: incident 67: today's profit and loss is realised and unrealised")
class DayPnlTest {

    private static final String SYMBOL = "NVDA250117C00130000";
    private static final Instant DAY_START = Instant.parse("2025-01-03T05:00:00Z");
    private static final Instant TODAY = Instant.parse("2025-01-03T15:00:00Z");
    private static final Instant YESTERDAY = Instant.parse("2025-01-02T15:00:00Z");

    @Test
    void addsWhatIsHeldToWhatIsRealised() {
        assertThat(pnl("-300.01", held(TODAY, Optional.empty()), Map.of(SYMBOL, Price.of("1.00"))))
                .contains(Money.of("-500.01"));
    }

    @Test
    void countsAnOlderPositionFromItsLastMid() {
        var held = held(YESTERDAY, Optional.of(Price.of("1.50")));

        assertThat(pnl("0", held, Map.of(SYMBOL, Price.of("1.00")))).contains(Money.of("-100.00"));
    }

    @Test
    @DisplayName("A-60, incident 41: a missing mid or basis is not zero")
    void saysNothingWhenAPartIsMissing() {
        assertThat(pnl("0", held(TODAY, Optional.empty()), Map.of())).isEmpty();
        assertThat(pnl("0", held(YESTERDAY, Optional.empty()), Map.of(SYMBOL, Price.of("1.00"))))
                .isEmpty();
    }

    private static Optional<Money> pnl(
            String realised, HeldPosition held, Map<String, Price> mids) {
        return DayPnl.of(Money.of(realised), List.of(held), mids, DAY_START);
    }

    /// Two contracts bought at 2.00.
    private static HeldPosition held(Instant opened, Optional<Price> basis) {
        var position =
                PositionMachine.opened(
                        new AccountId("large"),
                        Instrument.ofSymbol(SYMBOL),
                        Strategy.SWING,
                        PositionOrigin.DISPATCH,
                        new Fill(new ClientOrderId("c-1"), "f-1", 2, Price.of("2.00"), opened));
        return new HeldPosition(
                1,
                position,
                Price.of("1.50"),
                Price.of("3.00"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                basis,
                false,
                Optional.empty());
    }
}
