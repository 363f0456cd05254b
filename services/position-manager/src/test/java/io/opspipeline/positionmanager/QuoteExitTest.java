package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.SettingsBinder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Two calls bought at 2.00, with their stop at 1.50, watched over the stream of quotes.
class QuoteExitTest {

    private static final String ENTRY = "NVDA261218C00110000";

    private final Desk desk = Desk.atNoon().holding(Desk.CALL, 2).quoting("2.00", "2.08");

    @Test
    @DisplayName(
            "A-88: the stop fires on the sighting that confirms it, 2 seconds on, and not before")
    void firesOnTheConfirmingQuote() {
        desk.run(1).streams("1.40", "1.44").pass(1).streams("1.40", "1.44").pass(0);
        assertThat(desk.broker.journal).as("two sightings, one second").isEmpty();
        assertThat(desk.market.lookedUp).as("its price steps are known").isEqualTo(1);

        desk.pass(1).streams("1.38", "1.44").pass(0);
        assertThat(desk.broker.journal).containsExactly("3 sell 2 at 1.38");
        assertThat(desk.market.asked).as("at first, and when connected").isEqualTo(2);
        assertThat(desk.market.lookedUp).as("nothing was asked for the order").isEqualTo(1);
    }

    @Test
    @DisplayName("A-95: a close that cannot begin is told, and waits for the next evaluation")
    void waitsForTheEvaluationWhenItCannotBegin() {
        desk.broker.fills = _ -> true;
        desk.book.beforeClosing =
                _ -> {
                    throw new IllegalStateException("broken on purpose");
                };
        desk.run(1).streams("1.40", "1.44").pass(2).streams("1.40", "1.44").pass(0);
        assertThat(desk.alerts).anyMatch(alert -> alert.startsWith("CRITICAL not-judged"));

        desk.book.beforeClosing = _ -> {};
        desk.streams("1.40", "1.44").pass(0);
        assertThat(desk.broker.journal).as("not with the next quote").isEmpty();

        desk.quoting("1.38", "1.44").pass(20);
        assertThat(desk.book.held).isEmpty();
    }

    @Test
    @DisplayName("A-88: a quote above the stop in between begins the count anew")
    void beginsAnewAfterABreak() {
        desk.run(1).streams("1.40", "1.44").pass(1);
        desk.streams("1.60", "1.64").pass(1).streams("1.40", "1.44").pass(0);

        assertThat(desk.broker.journal).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(QuoteFault.class)
    @DisplayName("A-86, QUOTE-ZERO, QUOTE-NAN, LOCKED-CROSSED: what is no quote fires nothing")
    void ignoresFaults(QuoteFault fault) {
        desk.run(1).streams("1.40", "1.44").pass(2);
        desk.quotes.say(Desk.CALL, fault);
        desk.pass(0);

        assertThat(desk.broker.journal).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.05", "1.00, 1.90"})
    @DisplayName("A-86, ONE-SIDED: a bid of zero and a wide quote fire nothing")
    void ignoresQuotesThatCannotBeBelieved(String bid, String ask) {
        desk.run(1).streams(bid, ask).pass(3).streams(bid, ask).pass(0);

        assertThat(desk.broker.journal).isEmpty();
    }

    @Test
    @DisplayName("A-86, STALE-QUOTE: what was last sighted 16 seconds ago fires nothing")
    void ignoresStaleQuotes() {
        desk.market.silence(Desk.CALL);
        desk.run(1).streams("1.60", "1.64").pass(2).streams("1.40", "1.44").pass(40);

        assertThat(desk.broker.journal).isEmpty();
    }

    @Test
    @DisplayName("A-92: the peak of the stream is kept, and stored with the next evaluation")
    void storesThePeak() {
        desk.run(1).streams("2.50", "2.54").pass(2).streams("2.50", "2.54").pass(1);
        desk.streams("2.20", "2.24").pass(2);

        assertThat(desk.book.held.get(1L).peak()).contains(Price.of("2.50"));
    }

    @Test
    @DisplayName("A-91: PARTIAL sells half once, also between two evaluations")
    void takesHalfOnce() {
        desk.broker.fills = _ -> true;
        desk.book.hold(Desk.position(1, MemoryAccounts.LARGE, Desk.CALL, 6));
        desk.run(1).streams("2.61", "2.65").pass(2);
        for (int i = 0; i < 4; i++) {
            desk.streams("2.61", "2.65").pass(0);
        }
        desk.pass(1).streams("2.61", "2.65").pass(10);

        assertThat(desk.broker.journal).containsExactly("3 sell 3 at 2.63");
        assertThat(desk.book.events).containsExactly("closing PARTIAL", "partial taken");
    }

    @Test
    @DisplayName("MUTE-SOCKET, A-86: a stream that says nothing leaves the exits to snapshots")
    void fallsBackWhenTheStreamIsMute() {
        desk.run(5).quoting("1.40", "1.44").pass(10);

        assertThat(desk.broker.journal).containsExactly("15 sell 2 at 1.40");
        assertThat(desk.alerts).isEmpty();
    }

    @Test
    @DisplayName("A-86: a contract that the stream sights is not asked for")
    void asksForNothingThatIsSighted() {
        desk.run(0);
        for (int i = 0; i < 20; i++) {
            desk.pass(2).streams("2.00", "2.08");
        }
        assertThat(desk.market.asked).as("at first, and when connected").isEqualTo(2);

        desk.pass(21);
        assertThat(desk.market.asked).as("each evaluation").isEqualTo(2 + 4);
    }

    @Test
    @DisplayName("A-120, A-129: a dead stream is CRITICAL, once an outage, and exits go on")
    void tellsOfADeadStream() {
        desk.quotes.isDown = true;
        desk.run(4);
        assertThat(desk.alerts).isEmpty();
        desk.pass(30);
        assertThat(desk.alerts)
                .containsExactly("CRITICAL quote-stream down since 2026-11-19T17:00:00Z");

        desk.quotes.connect();
        desk.pass(1).quotes.disconnect();
        desk.quoting("1.40", "1.44").pass(20);
        assertThat(desk.alerts).contains("CRITICAL quote-stream down since 2026-11-19T17:00:35Z");
        assertThat(desk.book.events).contains("closing STOP_LOSS");
    }

    @Test
    @DisplayName("A-120: a stream that could not be opened is down, and is opened again")
    void opensAgainAfterAFailure() {
        desk.quotes.failures = 2;
        desk.run(4);
        assertThat(desk.stream.state().isUp()).isFalse();
        assertThat(desk.stream.state().detail())
                .isEqualTo(
                        "down since 2026-11-19T17:00:00Z: it could not be opened: no credentials");
        desk.pass(4);
        assertThat(desk.alerts)
                .containsExactly("CRITICAL quote-stream down since 2026-11-19T17:00:00Z");

        desk.pass(4);
        assertThat(desk.quotes.isOpen()).isTrue();
        assertThat(desk.stream.state().detail()).isEqualTo("connected at 2026-11-19T17:00:10Z");
    }

    @Test
    @DisplayName("A-86: a change of the subscription that is not confirmed is asked for again")
    void asksAgainForWhatWasNotConfirmed() {
        desk.run(1);
        work(ENTRY);
        desk.quotes.unconfirmed = 2;
        desk.pass(30);

        OccSymbol held = OccSymbol.parse(Desk.CALL);
        Set<OccSymbol> both = Set.of(held, OccSymbol.parse(ENTRY));
        assertThat(desk.quotes.subscriptions).containsExactly(Set.of(held), both, both, both);
    }

    @Test
    @DisplayName("GAP-DURING-RECONNECT: after every connect all contracts are asked for at once")
    void fillsTheGap() {
        desk.run(1).streams("1.40", "1.44").pass(2);
        desk.quotes.disconnect();
        desk.quoting("1.40", "1.44").quotes.connect();
        desk.pass(0);

        assertThat(desk.market.asked).isEqualTo(3);
        assertThat(desk.broker.journal).containsExactly("3 sell 2 at 1.40");
    }

    @Test
    @DisplayName("DUP-MESSAGES-ON-RESUBSCRIBE: the subscription follows what is held and worked")
    void followsThePositions() {
        desk.broker.fills = _ -> true;
        work(ENTRY);
        desk.run(12);
        desk.book.orders.clear();
        desk.quoting("1.40", "1.44").pass(12);
        desk.run(0);

        OccSymbol held = OccSymbol.parse(Desk.CALL);
        assertThat(desk.quotes.subscriptions)
                .containsExactly(Set.of(held, OccSymbol.parse(ENTRY)), Set.of(held), Set.of());
    }

    @Test
    @DisplayName("A-10: a setting that changes is in force with the next quote")
    void readsSettingsAtEachDecision() {
        desk.run(1);
        desk.settings = settings().get();
        desk.streams("1.40", "1.44").pass(3).streams("1.40", "1.44").pass(0);
        assertThat(desk.broker.journal).isEmpty();

        desk.settings = Desk.settings();
        desk.streams("1.40", "1.44").pass(0);
        assertThat(desk.broker.journal).containsExactly("4 sell 2 at 1.40");
    }

    @Test
    @DisplayName(
            "A-10: stored settings that lock in a loss are refused, and the last good ones stay")
    void keepsTheLastGoodSettings() {
        var settings = settings();

        assertThat(settings.reload(Map.of("position-manager.exits.trailing-share", "0.5")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("locks in a loss"));
        assertThat(settings.get().quotes().span()).hasSeconds(4);
        assertThat(settings.get().exits().trailingShare()).isEqualByComparingTo("0.75");
    }

    /// A condition must hold for four seconds.
    private static CurrentSettings<PositionManagerSettings> settings() {
        return new CurrentSettings<>(
                PositionManagerSettings.class,
                SettingsBinder.simulated(),
                Map.of("position-manager.quotes.span", "4s"),
                Map.of());
    }

    /// An entry of the dispatcher is at work.
    private void work(String symbol) {
        var request =
                new OrderRequest(
                        new ClientOrderId("entry:1"),
                        MemoryAccounts.LARGE.id(),
                        Instrument.ofSymbol(symbol),
                        Side.BUY,
                        1,
                        Optional.of(Price.of("1.00")));
        desk.book.commitIntent(
                Order.intent(request, new OrderPurpose.Entry(1), 1, Desk.NOON), Optional.empty());
    }
}
