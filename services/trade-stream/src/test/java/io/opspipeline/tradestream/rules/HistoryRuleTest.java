package io.opspipeline.tradestream.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.domain.position.PositionState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the broker's history says of assignments.
class HistoryRuleTest {

    private static final Instant NOON = Instant.parse("2026-11-19T17:00:00Z");
    private static final Instant ASSIGNED_AT = NOON.minusSeconds(90);
    private static final String CALL = "NVDA261218C00100000";
    private static final Price STRIKE = Price.of("100");
    private static final Ticker NVDA = Ticker.of("NVDA");

    private final HistoryRule rule = new HistoryRule(new EndRule(SessionCalendar.nyse()));

    @Test
    @DisplayName("A-99: shares that a short call took away end as ASSIGNED, worth the strike")
    void namesSharesThatWereCalledAway() {
        Explanation told = explain(held("NVDA", 100), 0, List.of(shortCall(1), shares(NVDA, -100)));

        assertThat(told.trades()).isEmpty();
        assertThat(told.end())
                .contains(
                        new EndRule.End(
                                PositionState.ASSIGNED,
                                "ASSIGNED 100, the broker's history says",
                                Optional.of(STRIKE),
                                ASSIGNED_AT));
    }

    @Test
    @DisplayName("A-99: of shares that were partly sold by hand the rest was called away")
    void addsUpSalesAndAnAssignment() {
        BrokerActivity.Filled sale = sale("NVDA", 50);
        Explanation told = explain(held("NVDA", 150), 0, List.of(sale, shares(NVDA, -100)));

        assertThat(told.trades()).containsExactly(sale);
        assertThat(told.end()).map(EndRule.End::state).contains(PositionState.ASSIGNED);
    }

    @Test
    @DisplayName("A-99: an assignment that leaves some shares, or takes too few, explains nothing")
    void believesNoHalfAssignment() {
        List<BrokerActivity> history = List.of(shares(NVDA, -100));

        assertThat(explain(held("NVDA", 200), 100, history)).isEqualTo(Explanation.NONE);
        assertThat(explain(held("NVDA", 200), 0, history)).isEqualTo(Explanation.NONE);
    }

    @Test
    @DisplayName("A-99: shares that came by an assignment, and those of another, end nothing")
    void endsNothingByOtherShares() {
        HeldPosition held = held("NVDA", 100);

        assertThat(explain(held, 0, List.of(shares(NVDA, 100)))).isEqualTo(Explanation.NONE);
        assertThat(explain(held, 0, List.of(shares(Ticker.of("AMD"), -100))))
                .isEqualTo(Explanation.NONE);
    }

    @Test
    @DisplayName("A-99: a contract that was sold beyond what is held ends by its assignment")
    void namesTheAssignmentOfAContract() {
        BrokerActivity.Filled sale = sale(CALL, 3);
        Explanation told = explain(held(CALL, 2), 0, List.of(sale, shortCall(1)));

        assertThat(told.trades()).containsExactly(sale);
        assertThat(told.end())
                .contains(
                        new EndRule.End(
                                PositionState.ASSIGNED,
                                "ASSIGNED 1, the broker's history says",
                                Optional.empty(),
                                ASSIGNED_AT));
    }

    @Test
    @DisplayName("A-99: an assignment alone takes no long contract away")
    void explainsNoLongByAnAssignment() {
        assertThat(explain(held(CALL, 2), 0, List.of(shortCall(1)))).isEqualTo(Explanation.NONE);
    }

    private Explanation explain(HeldPosition held, int theirs, List<BrokerActivity> history) {
        List<BrokerActivity.Filled> trades =
                HistoryRule.tradesOf(held.position().instrument(), history);
        return rule.explain(held, theirs, trades, history, NOON);
    }

    /// Short calls that were assigned.
    private static BrokerActivity shortCall(int contracts) {
        return new BrokerActivity.Assigned(line(), OccSymbol.parse(CALL), contracts);
    }

    private static BrokerActivity shares(Ticker ticker, int change) {
        Money cash = Money.of("10000");
        return new BrokerActivity.SharesTraded(line(), ticker, change, STRIKE, cash);
    }

    private static BrokerActivity.Filled sale(String symbol, int quantity) {
        return new BrokerActivity.Filled(
                line(),
                new BrokerOrderId("by-hand"),
                Instrument.ofSymbol(symbol),
                Side.SELL,
                quantity,
                Price.of("101"),
                quantity,
                0);
    }

    private static BrokerActivity.Line line() {
        return new BrokerActivity.Line(
                Optional.of("line-1"),
                Optional.of(LocalDate.of(2026, 11, 19)),
                Optional.of(ASSIGNED_AT),
                Optional.of("group-1"));
    }

    private static HeldPosition held(String symbol, int quantity) {
        Price entry = Price.of("2.00");
        Position position =
                new Position(
                        new AccountId("large"),
                        Instrument.ofSymbol(symbol),
                        Strategy.SWING,
                        PositionOrigin.ADOPTED,
                        PositionState.OPEN,
                        quantity,
                        quantity,
                        entry.perShare().multiply(BigDecimal.valueOf(quantity)),
                        0,
                        BigDecimal.ZERO,
                        NOON.minus(Duration.ofDays(2)),
                        Optional.empty());
        return new HeldPosition(
                1,
                position,
                Price.of("1.50"),
                Price.of("3.00"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty());
    }
}
