package io.opspipeline.positionmanager;

import static io.opspipeline.positionmanager.Street.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.AdoptedPosition;
import io.opspipeline.domain.position.SessionMid;
import io.opspipeline.ports.position.Positions;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.ports.store.DayTally;
import io.opspipeline.ports.store.EquityHistory;
import io.opspipeline.ports.store.Reports;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PositionManagerServiceTest {

    @Test
    @DisplayName("A-69, A-94, A-102: a flatten sells all, ends by the fill and writes the outcome")
    void flattens(TestDatabase database) {
        try (var street = Street.open(database, Duration.ofHours(1))) {
            hold(street);
            street.run(Duration.ofMinutes(1));
            Positions positions = street.service().bean(Positions.class);
            assertThat(positions.held(LARGE))
                    .singleElement()
                    .satisfies(held -> assertThat(held.peak()).isPresent());

            street.service()
                    .bean(Accounts.class)
                    .changeTradingState(
                            LARGE,
                            TradingState.HALTED,
                            "FLATTEN by a test",
                            Optional.empty(),
                            street.now());
            street.run(Duration.ofMinutes(1));

            assertThat(positions.held(LARGE)).isEmpty();
            assertThat(street.alpaca().books().positions(LARGE)).isEmpty();
            assertThat(positions.latestResults(LARGE, 9)).hasSize(1);
            assertThat(street.service().health().readings().get("exits").isGood()).isTrue();
        }
    }

    @Test
    @DisplayName("A-131: snapshots every five minutes, and after the close a report and a basis")
    void reports(TestDatabase database) {
        try (var street = Street.open(database, Duration.ofHours(6))) {
            hold(street);
            street.run(Duration.ofMinutes(55));

            var dayStart = NewYork.startOf(NewYork.dateOf(street.now()));
            assertThat(
                            street.service()
                                    .bean(EquityHistory.class)
                                    .between(LARGE, dayStart, street.now()))
                    .hasSizeGreaterThanOrEqualTo(5);
            assertThat(
                            street.service()
                                    .bean(Reports.class)
                                    .find(LARGE, NewYork.dateOf(street.now())))
                    .hasValueSatisfying(report ->
                            assertThat(report.tally())
                                    .extracting(DayTally::stillOpen)
                                    .isEqualTo(1));
            assertThat(street.service().bean(Positions.class).held(LARGE))
                    .singleElement()
                    .satisfies(held ->
                            assertThat(held.mids())
                                    .extracting(SessionMid::session)
                                    .containsExactly(
                                            NewYork.dateOf(street.now()),
                                            NewYork.dateOf(street.now())));
        }
    }

    @Test
    @DisplayName("A-88: the service stops a position on the second quote of the exchange's stream")
    void stopsOnTheStream(TestDatabase database) {
        try (var street = Street.open(database, Duration.ofHours(1))) {
            OccSymbol contract = hold(street);
            street.run(Duration.ofSeconds(61));
            assertThat(street.streamed()).containsExactly(contract.toString());

            street.stream(contract, "0.50", "0.52");
            street.run(Duration.ofSeconds(2));
            Positions positions = street.service().bean(Positions.class);
            assertThat(positions.held(LARGE)).hasSize(1);
            street.stream(contract, "0.50", "0.52");
            street.run(Duration.ofMinutes(1));

            assertThat(positions.held(LARGE)).isEmpty();
            assertThat(street.alpaca().books().positions(LARGE)).isEmpty();
            assertThat(street.service().health().readings())
                    .hasEntrySatisfying(
                            "exits",
                            reading -> assertThat(reading.detail()).contains("STOP_LOSS=1"))
                    .hasEntrySatisfying(
                            "quote-stream", reading -> assertThat(reading.isGood()).isTrue());
            assertThat(street.streamed()).isEmpty();
        }
    }

    private static OccSymbol hold(Street street) {
        OccSymbol contract = street.contract();
        street.trade(Side.BUY, contract, 2, "somebody:1");
        Price entry = street.alpaca().books().positions(LARGE).getFirst().averageEntry();
        street.service()
                .bean(Positions.class)
                .adopt(
                        LARGE,
                        new AdoptedPosition(
                                new Instrument.Option(contract),
                                2,
                                entry,
                                Strategy.SWING,
                                Optional.empty()),
                        street.now());
        return contract;
    }
}
