package io.opspipeline.domain.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Fill;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A-61, A-97: incident 67: today's profit and loss is realised and unrealised")
class DayPnlTest {

    private static final String SYMBOL = "NVDA250117C00130000";
    private static final Instant TODAY = Instant.parse("2025-01-03T15:00:00Z");
    private static final Instant YESTERDAY = Instant.parse("2025-01-02T15:00:00Z");
    private static final LocalDate NEW_YEARS_EVE = LocalDate.parse("2024-12-31");
    private static final LocalDate JANUARY_2ND = LocalDate.parse("2025-01-02");
    private static final LocalDate JANUARY_3RD = LocalDate.parse("2025-01-03");

    @Test
    void addsWhatIsHeldToWhatIsRealised() {
        assertThat(pnl("-300.01", held(TODAY, List.of()), Map.of(SYMBOL, Price.of("1.00"))))
                .contains(Money.of("-500.01"));
    }

    @ParameterizedTest
    @CsvSource({"NVDA250117C00130000, 2.50", "NVDA250117P00130000, 2.50"})
    @DisplayName("A-87, incident 43: a put gains as a call does when its premium rises")
    void gainsOnARisingPremium(String symbol, String mid) {
        var held = held(symbol, TODAY, PositionOrigin.DISPATCH, List.of());

        assertThat(pnl("0", held, Map.of(symbol, Price.of(mid)))).contains(Money.of("100.00"));
    }

    @Test
    void countsAnOlderPositionFromItsLastMid() {
        var held = held(YESTERDAY, List.of(mid(JANUARY_2ND, "1.50"), mid(JANUARY_3RD, "1.10")));

        assertThat(pnl("0", held, Map.of(SYMBOL, Price.of("1.00")))).contains(Money.of("-100.00"));
    }

    @Test
    @DisplayName("A-60, incident 41: a missing mid or basis is not zero")
    void saysNothingWhenAPartIsMissing() {
        assertThat(pnl("0", held(TODAY, List.of()), Map.of())).isEmpty();
        assertThat(pnl("0", held(YESTERDAY, List.of()), Map.of(SYMBOL, Price.of("1.00"))))
                .isEmpty();
    }

    @Test
    @DisplayName("A-60, incident 67: a final mid of any session but the last is no basis")
    void countsFromNoOtherSession() {
        var held = held(YESTERDAY, List.of(mid(NEW_YEARS_EVE, "1.50"), mid(JANUARY_3RD, "1.10")));

        assertThat(pnl("0", held, Map.of(SYMBOL, Price.of("1.00")))).isEmpty();
        assertThat(PnlDay.of(Instant.parse("2025-01-01T17:00:00Z"), SessionCalendar.nyse()))
                .isEqualTo(new PnlDay(Instant.parse("2025-01-01T05:00:00Z"), NEW_YEARS_EVE));
    }

    @Test
    @DisplayName(
            "A-97, A-98: what was adopted today counts from the last close, if it was held then")
    void countsAnAdoptedPositionFromTheLastClose() {
        var mids = List.of(mid(JANUARY_2ND, "1.10"));
        Map<String, Price> now = Map.of(SYMBOL, Price.of("1.00"));

        assertThat(pnl("0", held(TODAY, PositionOrigin.ADOPTED, mids), now))
                .contains(Money.of("-20.00"));
        assertThat(pnl("0", held(TODAY, PositionOrigin.ADOPTED, List.of()), now))
                .contains(Money.of("-200.00"));
        assertThat(pnl("0", held(TODAY, PositionOrigin.DISPATCH, mids), now))
                .contains(Money.of("-200.00"));
    }

    private static Optional<Money> pnl(
            String realised, HeldPosition held, Map<String, Price> mids) {
        return DayPnl.of(
                Money.of(realised), List.of(held), mids, PnlDay.of(TODAY, SessionCalendar.nyse()));
    }

    private static SessionMid mid(LocalDate session, String mid) {
        return new SessionMid(session, Price.of(mid));
    }

    /// Two contracts bought at 2.00.
    private static HeldPosition held(Instant opened, List<SessionMid> mids) {
        return held(opened, PositionOrigin.DISPATCH, mids);
    }

    private static HeldPosition held(Instant opened, PositionOrigin origin, List<SessionMid> mids) {
        return held(SYMBOL, opened, origin, mids);
    }

    private static HeldPosition held(
            String symbol, Instant opened, PositionOrigin origin, List<SessionMid> mids) {
        var position =
                PositionMachine.opened(
                        new AccountId("large"),
                        Instrument.ofSymbol(symbol),
                        Strategy.SWING,
                        origin,
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
                mids,
                false,
                Optional.empty());
    }
}
