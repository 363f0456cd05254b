package io.opspipeline.exchange.venue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.Side;
import io.opspipeline.testkit.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Whatever traders do and however the market moves, the books stay honest.
class VenuePropertyTest {

    private static final int CASES = 2_000;

    @Test
    @DisplayName("A-130: orders, positions, fills and cash of the exchange agree")
    void booksStayHonest() {
        int[] fills = {0};
        Seeds.check(CASES, random -> fills[0] += day(random));
        assertThat(fills[0]).isGreaterThan(5 * CASES);
    }

    private static int day(RandomGenerator random) {
        Trader trader = Trader.on(RandomDay.market(random), RandomDay.settings(), Faults.none());
        List<VenueEvent> events = new ArrayList<>();
        trader.venue().listen(events::add);
        int number = 0;
        for (int step = 1; step < RandomDay.STEPS; step++) {
            trader.at(5L * step);
            for (int i = random.nextInt(3); i > 0; i--) {
                RandomDay.act(trader.venue(), Trader.ACCOUNT, number++, random);
                checkNow(trader.books());
            }
            checkNow(trader.books());
        }
        trader.atClose();
        checkNow(trader.books());
        checkEnd(trader.books());
        checkEvents(events, trader.books());
        return trader.books().fills().size();
    }

    private static void checkNow(Books.AccountBooks books) {
        assertThat(books.expectedCash()).isEqualTo(books.account().cash());
        assertThat(books.account().cash()).isGreaterThanOrEqualTo(Money.ZERO);
        assertThat(books.account().buyingPower()).isGreaterThanOrEqualTo(Money.ZERO);
        assertThat(books.positions()).allMatch(position -> position.quantity() > 0);
        assertThat(books.positions()).allMatch(position -> position.available() >= 0);
        books.fills().forEach(VenuePropertyTest::checkHonest);
        checkSizes(books.fills());
        checkQuantities(books);
    }

    private static void checkHonest(VenueFill fill) {
        switch (fill.side()) {
            case BUY -> assertThat(fill.price()).isGreaterThanOrEqualTo(fill.mid());
            case SELL -> assertThat(fill.price()).isLessThanOrEqualTo(fill.mid());
        }
        assertThat(fill.quantity()).isPositive();
        assertThat(fill.positionAfter()).isNotNegative();
    }

    private static void checkSizes(List<VenueFill> fills) {
        record Place(Instrument instrument, Side side, long step) {}
        fills.stream()
                .collect(
                        groupingBy(
                                fill -> new Place(fill.instrument(), fill.side(), step(fill.at()))))
                .values()
                .forEach(together ->
                        assertThat(together.stream().mapToInt(VenueFill::quantity).sum())
                                .isLessThanOrEqualTo(shown(together.getFirst())));
    }

    private static void checkQuantities(Books.AccountBooks books) {
        Map<String, Integer> filled =
                books.fills().stream()
                        .collect(
                                groupingBy(
                                        VenueFill::clientOrderId, summingInt(VenueFill::quantity)));
        for (OrderView order : books.orders()) {
            assertThat(order.filledQuantity())
                    .isEqualTo(filled.getOrDefault(order.clientOrderId(), 0))
                    .isLessThanOrEqualTo(order.quantity());
            order.limit().ifPresent(limit -> checkLimit(order, books.fills()));
        }
    }

    private static void checkLimit(OrderView order, List<VenueFill> fills) {
        fills.stream()
                .filter(fill -> fill.orderId().equals(order.id()))
                .forEach(fill -> {
                    switch (order.side()) {
                        case BUY ->
                                assertThat(fill.price())
                                        .isLessThanOrEqualTo(order.limit().orElseThrow());
                        case SELL ->
                                assertThat(fill.price())
                                        .isGreaterThanOrEqualTo(order.limit().orElseThrow());
                    }
                });
    }

    private static void checkEnd(Books.AccountBooks books) {
        assertThat(books.orders()).allMatch(order -> order.status().isTerminal());
        assertThat(books.account().reserved()).isEqualTo(Money.ZERO);
        assertThat(new HashSet<>(books.fills().stream().map(VenueFill::executionId).toList()))
                .hasSameSizeAs(books.fills());
        assertThat(books.positions())
                .noneMatch(
                        position -> position.instrument().symbol().equals(BoardMarket.CALL_TODAY));
    }

    private static void checkEvents(List<VenueEvent> events, Books.AccountBooks books) {
        assertThat(events)
                .extracting(VenueEvent::sequence)
                .isEqualTo(
                        IntStream.rangeClosed(1, events.size()).mapToObj(i -> (long) i).toList());
        assertThat(events.stream().flatMap(VenuePropertyTest::fills).toList())
                .isEqualTo(books.fills());
    }

    private static Stream<VenueFill> fills(VenueEvent event) {
        return switch (event) {
            case OrderEvent order -> order.fill().stream();
            case SpreadEvent spread -> spread.fills().stream();
        };
    }

    private static int shown(VenueFill fill) {
        return fill.side() == Side.BUY ? fill.quote().askSize() : fill.quote().bidSize();
    }

    private static long step(Instant at) {
        return new Steps(new BoardMarket()).at(at);
    }
}
