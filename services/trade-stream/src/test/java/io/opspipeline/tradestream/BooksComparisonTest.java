package io.opspipeline.tradestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BooksComparisonTest {

    private final Line line = new Line();

    @Test
    @DisplayName("A-98: broker-only positions are adopted")
    void adopts() {
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(Line.CALL), 3, Price.of("2.00")));

        line.broker.stream().connected();

        assertThat(line.positions.events).containsExactly("adopt 3 " + Line.CALL + " as SWING");
        assertThat(line.alerts).hasSize(1);
    }

    @Test
    @DisplayName("A-97, A-98: what is adopted brings the close of the last session along")
    void adoptsWithTheLastClose() {
        line.broker.positions.add(
                new BrokerPosition(
                        Instrument.ofSymbol(Line.CALL),
                        3,
                        3,
                        Price.of("4.00"),
                        Optional.of(Price.of("1.30"))));

        line.broker.stream().connected();

        assertThat(line.positions.events)
                .containsExactly("adopt 3 " + Line.CALL + " as SWING, 1.30 on 2026-11-18");
    }

    @Test
    @DisplayName("A-98: a list of positions that lags behind our close is no foreign position")
    void doesNotAdoptWhatIsJustSold() {
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.ledger.apply(Line.LARGE, line.filled(2));
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(Line.CALL), 2, Price.of("2.00")));

        line.broker.stream().connected();
        line.compareAfter(Duration.ofSeconds(2));
        line.broker.positions.clear();
        line.compareAfter(Duration.ofSeconds(60));

        assertThat(line.positions.events).isEmpty();
        assertThat(line.alerts).isEmpty();
    }

    @Test
    @DisplayName("A-98: what is still held seconds after an order of ours ended is adopted")
    void adoptsWhatStaysAfterAnOrderOfOurs() {
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.ledger.apply(Line.LARGE, line.filled(2));
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(Line.CALL), 3, Price.of("2.00")));

        line.broker.stream().connected();
        assertThat(line.heartbeat().reconciledAt()).as("entries go on").isPresent();
        assertThat(line.positions.events).isEmpty();
        line.time.runUntil(Line.NOON.plusSeconds(10));

        assertThat(line.positions.events).containsExactly("adopt 3 " + Line.CALL + " as SWING");
    }

    @Test
    @DisplayName("A-98: a minute after an order of ours has ended nothing is waited for")
    void adoptsAtOnceLongAfterAnOrderOfOurs() {
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.ledger.apply(Line.LARGE, line.filled(2));
        line.time.runUntil(Line.NOON.plusSeconds(61));
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(Line.CALL), 3, Price.of("2.00")));

        line.broker.stream().connected();

        assertThat(line.positions.events).containsExactly("adopt 3 " + Line.CALL + " as SWING");
    }

    @Test
    @DisplayName("A-98: a fill that the books just told is no foreign position")
    void doesNotAdoptWhatIsAtWork() {
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(Line.CALL), 1, Price.of("2.00")));
        line.broker.orders.add(line.update(BrokerOrderStatus.PARTIALLY_FILLED, 1));

        line.broker.stream().connected();

        assertThat(line.positions.events).isEmpty();
    }

    @Test
    @DisplayName("A-98: what is sold while the books are read is not adopted")
    void doesNotAdoptWhatIsSoldMeanwhile() {
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(Line.CALL), 2, Price.of("2.00")));
        line.broker.meanwhile = line.broker.positions::clear;

        line.broker.stream().connected();
        line.compareAfter(Duration.ofSeconds(60));

        assertThat(line.positions.events).isEmpty();
        assertThat(line.alerts).isEmpty();
    }

    @Test
    @DisplayName("A-98: a part that is sold while the books are read is no other quantity")
    void countsWhatIsSoldMeanwhile() {
        line.positions.held.add(Line.held(Line.CALL));
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(Line.CALL), 3, Price.of("2.00")));
        line.broker.meanwhile =
                () ->
                        line.broker.positions.set(
                                0,
                                new BrokerPosition(
                                        Instrument.ofSymbol(Line.CALL), 2, Price.of("2.00")));

        line.broker.stream().connected();

        assertThat(line.positions.events).isEmpty();
        assertThat(line.alerts).isEmpty();
    }

    @Test
    @DisplayName(
            "A-98, incident 25: database-only positions end after three confirmations in a row")
    void endsAfterThreeConfirmations() {
        line.positions.held.add(Line.held(Line.CALL));

        line.broker.stream().connected();
        line.compareAfter(Duration.ofSeconds(10));
        line.compareAfter(Duration.ofSeconds(50));
        assertThat(line.positions.events).isEmpty();
        line.compareAfter(Duration.ofSeconds(60));

        assertThat(line.positions.events).containsExactly("end 1 RECONCILED");
    }

    @Test
    @DisplayName("A-98: half a share that somebody adds to a held stock is told, and ends nothing")
    void keepsAStockBesideAFraction() {
        line.positions.held.add(Line.held("NVDA"));
        line.broker.positions.add(
                new BrokerPosition(
                        Instrument.ofSymbol("NVDA"),
                        2,
                        2,
                        Price.of("100"),
                        Optional.empty(),
                        new BigDecimal("0.5")));
        line.broker.stream().connected();
        for (int i = 0; i < 4; i++) {
            line.compareAfter(Duration.ofSeconds(60));
        }

        assertThat(line.positions.events).isEmpty();
        assertThat(line.alerts)
                .isNotEmpty()
                .allMatch(alert -> alert.startsWith("WARNING books large fraction NVDA 0.5"));
    }

    @Test
    @DisplayName("A-10: a changed number of confirmations holds from the next comparison on")
    void followsItsSettings() {
        line.positions.held.add(Line.held(Line.CALL));
        line.broker.stream().connected();
        line.settings.reload(Map.of("trade-stream.confirmations", "2"));
        line.compareAfter(Duration.ofSeconds(60));

        assertThat(line.positions.events).containsExactly("end 1 RECONCILED");
    }

    @Test
    @DisplayName("A-98: a position that is there again starts the count anew")
    void startsAnew() {
        line.positions.held.add(Line.held(Line.CALL));
        line.broker.stream().connected();
        line.compareAfter(Duration.ofSeconds(60));
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(Line.CALL), 2, Price.of("2.00")));
        line.compareAfter(Duration.ofSeconds(60));
        line.broker.positions.clear();
        line.compareAfter(Duration.ofSeconds(60));
        line.compareAfter(Duration.ofSeconds(60));

        assertThat(line.positions.events).isEmpty();
    }

    @Test
    @DisplayName("A-99: after its expiry a contract was exercised or expired")
    void namesTheEndAtExpiry() {
        line.positions.held.add(Line.held("NVDA261118C00100000"));
        line.newestBar = Optional.of(Line.bar("99.00"));
        line.broker.stream().connected();
        line.compareAfter(Duration.ofSeconds(60));
        line.compareAfter(Duration.ofSeconds(60));

        assertThat(line.positions.events).containsExactly("end 1 EXPIRED");
    }

    @Test
    @DisplayName("A-99: what somebody sold by hand closes the position at his price, at once")
    void closesWhatWasSoldByHand() {
        line.positions.held.add(Line.held(Line.CALL));
        line.history.add(Line.sold(2, "2.60"));

        line.broker.stream().connected();

        assertThat(line.positions.events).containsExactly("SELL 2 at 2.60 by hand");
    }

    @Test
    @DisplayName("A-99: an explanation accounts for every contract, or it is none")
    void believesNoHalfExplanation() {
        line.positions.held.add(Line.held(Line.CALL));
        line.history.add(Line.sold(1, "2.60"));

        line.broker.stream().connected();

        assertThat(line.positions.events).isEmpty();
    }

    @Test
    @DisplayName("A-98: a part that was sold by hand is booked, another quantity is told")
    void booksApartSoldByHand() {
        line.positions.held.add(Line.held(Line.CALL));
        line.broker.positions.add(
                new BrokerPosition(Instrument.ofSymbol(Line.CALL), 1, Price.of("2.00")));
        line.broker.stream().connected();
        assertThat(line.alerts).containsExactly("CRITICAL books large quantity 1 1");

        line.history.add(Line.sold(1, "2.60"));
        line.compareAfter(Duration.ofSeconds(60));

        assertThat(line.positions.events).containsExactly("SELL 1 at 2.60 by hand");
    }

    @Test
    @DisplayName("A-99: the broker's history names the end, not where the underlying stood")
    void believesTheHistoryOfAnExpiry() {
        line.positions.held.add(Line.held("NVDA261118C00100000"));
        line.newestBar = Optional.of(Line.bar("103.00"));
        line.history.add(
                new BrokerActivity.Expired(
                        Line.line(), OccSymbol.parse("NVDA261118C00100000"), -2));

        line.broker.stream().connected();

        assertThat(line.positions.events).containsExactly("end 1 EXPIRED");
    }

    @Test
    @DisplayName("A-99: shares that a short call of somebody took away end as ASSIGNED, at once")
    void endsSharesThatWereCalledAway() {
        line.positions.held.add(Line.held("NVDA"));
        line.history.add(
                new BrokerActivity.SharesTraded(
                        Line.line(), Ticker.of("NVDA"), -2, Price.of("100"), Money.of("200")));

        line.broker.stream().connected();

        assertThat(line.positions.events).containsExactly("end 1 ASSIGNED at 100.00");
        assertThat(line.alerts).containsExactly("WARNING books large ended 1");
    }

    @Test
    @DisplayName(
            "A-99, fault SPLIT-OVERNIGHT: what a split changed ends, what it became is adopted")
    void followsASplit() {
        line.positions.held.add(Line.held(Line.CALL));
        line.broker.positions.add(
                new BrokerPosition(
                        Instrument.ofSymbol("NVDA261218C00050000"), 4, Price.of("1.00")));
        line.history.add(
                new BrokerActivity.CorporateAction(
                        Line.line(),
                        BrokerActivity.CorporateAction.Kind.SPLIT,
                        "NVDA",
                        Optional.empty()));

        line.broker.stream().connected();

        assertThat(line.positions.events)
                .containsExactlyInAnyOrder(
                        "end 1 RECONCILED", "adopt 4 NVDA261218C00050000 as SWING");
    }

    @Test
    @DisplayName("A-98: while the history cannot be read nothing ends, and the comparison goes on")
    void waitsForTheHistory() {
        line.positions.held.add(Line.held(Line.CALL));
        line.historyIsDown = true;
        line.broker.stream().connected();
        line.compareAfter(Duration.ofSeconds(60));
        line.compareAfter(Duration.ofSeconds(60));
        assertThat(line.positions.events).isEmpty();
        assertThat(line.heartbeat().isReconciled()).isTrue();

        line.historyIsDown = false;
        line.compareAfter(Duration.ofSeconds(60));

        assertThat(line.positions.events).containsExactly("end 1 RECONCILED");
    }

    @Test
    @DisplayName("fault ACK-LATE-AFTER-RETRY: a lost order that appears keeps its fill")
    void takesLostOrders() {
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.ledger.doubted(Line.ORDER, DenialCode.NO_ANSWER.says("time-out"), Line.NOON);
        line.ledger.lost(Line.ORDER, Line.NOON);
        line.broker.orders.add(line.filled(2));

        line.broker.stream().connected();

        assertThat(line.ledger.orders.get(Line.ORDER).filledQuantity()).isEqualTo(2);
    }

    @Test
    @DisplayName("A-100: an end that is in the ledger is booked once, whoever booked it")
    void bookedAnEndOnce() {
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.ledger.apply(Line.LARGE, line.filled(2));
        line.broker.orders.add(line.filled(2));

        line.broker.stream().connected();
        line.compareAfter(Duration.ofSeconds(60));

        assertThat(line.ledger.applied).isOne();
    }

    @Test
    @DisplayName("A-100: more fills than the ledger knows of an ended order are booked")
    void booksMoreOfAnEndedOrder() {
        line.ledger.commitIntent(Line.buy(), Optional.empty());
        line.ledger.apply(Line.LARGE, line.update(BrokerOrderStatus.CANCELED, 0));
        line.broker.orders.add(line.filled(2));

        line.broker.stream().connected();

        assertThat(line.ledger.orders.get(Line.ORDER).filledQuantity()).isEqualTo(2);
    }

    @Test
    @DisplayName("fault EXTERNAL-ORDER: an order that is not ours is told, not taken")
    void tellsOfForeignOrders() {
        line.broker.orders.add(line.filled(new ClientOrderId("by hand"), 2));

        line.broker.stream().connected();
        line.compareAfter(Duration.ofSeconds(60));

        assertThat(line.alerts).containsExactly("WARNING foreign-order large b-1");
        assertThat(line.accounts.stops).isEmpty();
    }

    @Test
    @DisplayName("incident 13: books that were restored from a backup stop entries, once a day")
    void stopsEntriesWhenTheBooksLackOrders() {
        line.broker.orders.add(line.filled(2));

        line.broker.stream().connected();
        line.compareAfter(Duration.ofSeconds(60));
        var restarted = line.watch(Line.LARGE, line.broker);
        restarted.begin();
        restarted.stream().compare();

        assertThat(line.accounts.stops).containsExactly("large BOOKS_LACK_ORDERS of 2026-11-19");
        assertThat(line.alerts)
                .startsWith(
                        "CRITICAL books-lack-orders large 2026-11-19",
                        "WARNING foreign-order large b-1");
    }
}
