package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Price;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Rules 9: after a symbol's trading halt ends, its exits wait 30 s.
class HaltedStockTest {

    private final Desk desk = Desk.atNoon();

    @BeforeEach
    void hold() {
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("2.00", "2.08").run(6);
    }

    @Test
    @DisplayName("LULD-HALT-HELD: nothing is sold in a halt, nor in the 30 s after it")
    void waitsForPricesToSettle() {
        halt();
        desk.quoting("1.40", "1.48").pass(60);
        resume();
        desk.pass(29);
        assertThat(desk.broker.journal).isEmpty();
        assertThat(desk.messages)
                .contains(
                        Desk.CALL
                                + ": STOP_LOSS waits, trading in its stock is halted or has just begun again");

        desk.pass(7);
        assertThat(desk.broker.journal).singleElement().asString().endsWith("sell 2 at 1.40");
        assertThat(desk.book.events)
                .containsExactly("closing STOP_LOSS", "closed STOP_LOSS at 1.40");
    }

    @Test
    @DisplayName("LULD-HALT-HELD: quotes of the stream fire nothing in the 30 s after a halt")
    void waitsForTheStreamToo() {
        halt();
        desk.pass(60);
        resume();
        desk.pass(1).streams("1.40", "1.48").pass(3).streams("1.40", "1.48").pass(3);
        assertThat(desk.book.events).isEmpty();
    }

    @Test
    @DisplayName("LULD-HALT-HELD: a quote of a halt's first seconds begins no exit")
    void asksAnewBeforeItBegins() {
        desk.pass(3).streams("1.40", "1.48").pass(1);
        halt();
        desk.pass(1).streams("1.40", "1.48").pass(0);
        assertThat(desk.book.events).isEmpty();
    }

    @Test
    @DisplayName("LULD-HALT-WHILE-CLOSING: an order at the market does not wait in the halt")
    void takesBackAMarketOrder() {
        desk.broker.fills = _ -> false;
        desk.quoting("1.40", "1.48").pass(30);
        assertThat(desk.broker.journal).last().asString().endsWith("sell 2 at the market");
        halt();
        desk.pass(10);
        assertThat(desk.broker.journal).last().asString().endsWith("cancel");

        resume();
        desk.broker.fills = _ -> true;
        desk.pass(31);
        assertThat(desk.broker.journal)
                .as("the ladder begins anew")
                .last()
                .asString()
                .endsWith("sell 2 at 1.40");
    }

    @Test
    @DisplayName("A halt whose end was not heard is over with the first bar after it")
    void endsWithABar() {
        halt();
        desk.quoting("1.40", "1.48").pass(120);
        assertThat(desk.broker.journal).isEmpty();

        desk.market.underlying = Optional.of(Price.of("99"));
        desk.pass(10);
        assertThat(desk.broker.journal).singleElement().asString().endsWith("sell 2 at 1.40");
    }

    @Test
    @DisplayName("A halt is not believed for ever: three minutes after telemetry died exits go on")
    void doesNotWaitForADeadTelemetry() {
        halt();
        desk.telemetryDied = Optional.of(desk.time.instant());
        desk.quoting("1.40", "1.48").pass(175);
        assertThat(desk.broker.journal).isEmpty();

        desk.pass(15);
        assertThat(desk.broker.journal).singleElement().asString().endsWith("sell 2 at 1.40");
    }

    @Test
    @DisplayName("LULD-HALT-WHILE-CLOSING: a close that is under way waits for the end of the halt")
    void holdsACloseBack() {
        desk.broker.fills = _ -> false;
        desk.quoting("1.40", "1.48").pass(11);
        assertThat(desk.broker.journal).last().asString().endsWith("sell 2 at 1.40");
        halt();
        desk.pass(3);
        int before = desk.broker.journal.size();
        desk.pass(60);
        resume();
        desk.pass(29);
        assertThat(desk.broker.journal).as("but for the cancel of what was out").hasSize(before);

        desk.broker.fills = _ -> true;
        desk.pass(3);
        assertThat(desk.book.held).isEmpty();
    }

    @Test
    @DisplayName("A flatten is a person's wish, and waits for no halt")
    void flattensAtOnce() {
        halt();
        desk.flattened();
        desk.pass(6);
        assertThat(desk.broker.journal).singleElement().asString().endsWith("sell 2 at 2.00");
    }

    private void halt() {
        desk.market.halt(true);
        desk.market.underlying = Optional.empty();
    }

    private void resume() {
        desk.market.halt(false);
        desk.market.underlying = Optional.of(Price.of("100"));
    }
}
