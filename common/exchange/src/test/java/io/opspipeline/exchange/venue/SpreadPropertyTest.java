package io.opspipeline.exchange.venue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.Side;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Whatever traders of spreads do, the books add up and every short is paid for.
class SpreadPropertyTest {

    private static final int CASES = 500;

    @Test
    @DisplayName("A-130: legs, positions, collateral and cash of spreads agree")
    void booksStayHonest() {
        int[] spreadFills = {0};
        Seeds.check(CASES, random -> spreadFills[0] += day(random));
        assertThat(spreadFills[0]).isGreaterThan(CASES);
    }

    private static int day(RandomGenerator random) {
        Expiries.Kind kind = random.nextBoolean() ? Expiries.Kind.CASH : Expiries.Kind.SHARES;
        VenueSettings settings = Trader.settings(0.5, 0.3, RandomDay.expiries(kind));
        Trader trader = Trader.ofSpreads(RandomSpreads.market(random), settings, Faults.none());
        int number = 0;
        for (int step = 1; step < RandomDay.STEPS; step++) {
            trader.at(5L * step);
            for (int i = random.nextInt(4); i > 0; i--) {
                RandomSpreads.act(trader.venue(), Trader.ACCOUNT, number++, random);
                checkNow(trader);
            }
            checkNow(trader);
        }
        trader.atClose();
        checkNow(trader);
        assertThat(trader.view().reserved()).isEqualTo(Money.ZERO);
        return trader.books().spreads().stream().mapToInt(SpreadView::filledUnits).sum();
    }

    private static void checkNow(Trader trader) {
        Books.AccountBooks books = trader.books();
        assertThat(books.expectedCash()).isEqualTo(books.account().cash());
        assertThat(books.account().cash()).isGreaterThanOrEqualTo(Money.ZERO);
        assertThat(books.account().buyingPower()).isGreaterThanOrEqualTo(Money.ZERO);
        books.spreads().forEach(spread -> checkLegs(spread, books));
        books.fills().forEach(SpreadPropertyTest::checkHonest);
        checkPositions(books);
        checkCover(books);
    }

    private static void checkLegs(SpreadView spread, Books.AccountBooks books) {
        BigDecimal net = BigDecimal.ZERO;
        for (SpreadView.Leg leg : spread.legs()) {
            assertThat(leg.filledQuantity()).isEqualTo(leg.ratio() * spread.filledUnits());
            for (VenueFill fill : books.fills()) {
                if (fill.orderId().equals(leg.id())) {
                    BigDecimal paid =
                            fill.price().perShare().multiply(BigDecimal.valueOf(fill.quantity()));
                    net = fill.side() == Side.BUY ? net.add(paid) : net.subtract(paid);
                }
            }
        }
        BigDecimal paid = net;
        spread.limit()
                .ifPresent(limit ->
                        assertThat(paid)
                                .isLessThanOrEqualTo(
                                        limit.multiply(BigDecimal.valueOf(spread.filledUnits()))));
    }

    private static void checkHonest(VenueFill fill) {
        switch (fill.side()) {
            case BUY -> assertThat(fill.price()).isGreaterThanOrEqualTo(fill.mid());
            case SELL -> assertThat(fill.price()).isLessThanOrEqualTo(fill.mid());
        }
    }

    private static void checkPositions(Books.AccountBooks books) {
        Map<String, Integer> expected =
                books.fills().stream()
                        .collect(
                                groupingBy(
                                        fill -> fill.instrument().symbol(),
                                        summingInt(SpreadPropertyTest::signed)));
        books.settlements()
                .forEach(end ->
                        expected.merge(end.contract().toString(), -end.quantity(), Integer::sum));
        books.deliveries()
                .forEach(delivery -> {
                    expected.merge(delivery.contract().toString(), delivery.change(), Integer::sum);
                    expected.merge(delivery.stock().symbol(), delivery.shares(), Integer::sum);
                });
        expected.values().removeIf(quantity -> quantity == 0);
        assertThat(expected)
                .isEqualTo(
                        books.positions().stream()
                                .collect(
                                        groupingBy(
                                                position -> position.instrument().symbol(),
                                                summingInt(PositionView::quantity))));
    }

    private static void checkCover(Books.AccountBooks books) {
        Payoff held = Payoff.NONE;
        for (PositionView position : books.positions()) {
            if (position.instrument() instanceof Instrument.Option(var contract)) {
                held = held.plus(contract, position.quantity());
            } else {
                assertThat(position.quantity()).isPositive();
            }
        }
        assertThat(new Margin(held, List.of()).isCovered()).isTrue();
        assertThat(Optional.of(books.account().collateral()).filter(Money::isNegative)).isEmpty();
    }

    private static int signed(VenueFill fill) {
        return fill.side() == Side.BUY ? fill.quantity() : -fill.quantity();
    }
}
