package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.BoardMarket.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.Side;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final BoardMarket market = new BoardMarket().quote(CALL, 0, "2.00", "2.10");

    @Test
    @DisplayName("403-USER-SUSPENDED")
    void refusesInPlaceOfTheVenue() {
        Refusal suspended = RefusalReason.ACCOUNT_SUSPENDED.says("account is suspended");
        Trader trader =
                on(
                        new Faults() {
                            @Override
                            public Optional<Refusal> onSubmit(
                                    AccountId account, OrderSubmission order, Instant at) {
                                return Optional.of(suspended);
                            }
                        });
        assertThat(trader.send(Trader.limit("a", Side.BUY, CALL, "1", "2.10")))
                .isEqualTo(new SubmitAnswer.Refused(suspended));
        assertThat(trader.venue().orders(Trader.ACCOUNT)).isEmpty();
    }

    @Test
    @DisplayName("REJECT-AFTER-ACCEPT")
    void rejectsAnOrderThatWasTaken() {
        Trader trader =
                on(
                        new Faults() {
                            @Override
                            public Optional<String> onAccepted(OrderView order) {
                                return Optional.of("no");
                            }
                        });
        assertThat(trader.buys("a", CALL, 1, "2.10").told()).containsExactly("rejected a");
        assertThat(trader.order("a").failedAt()).isPresent();
    }

    @Test
    @DisplayName("PENDING-CANCEL-STUCK")
    void holdsACancelUntilTheClose() {
        Trader trader =
                on(
                        new Faults() {
                            @Override
                            public boolean holdsCancel(PlacedOrder order) {
                                return true;
                            }
                        });
        trader.buys("a", CALL, 1, "2.00").cancels("a").at(60);
        assertThat(trader.order("a").status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(trader.atClose().told())
                .containsExactly("new a", "pending_cancel a", "expired a");
    }

    @Test
    @DisplayName("CANCEL-REJECTED: the order works on, and the next cancel ends it")
    void takesACancelAndDoesNotDoIt() {
        Trader trader =
                on(
                        new Faults() {
                            private int asked;

                            @Override
                            public boolean rejectsCancel(PlacedOrder order) {
                                asked++;
                                return asked == 1;
                            }
                        });
        trader.buys("a", CALL, 1, "2.00").cancels("a");
        assertThat(trader.order("a").status()).isEqualTo(OrderStatus.NEW);
        assertThat(trader.cancels("a").told())
                .containsExactly(
                        "new a",
                        "pending_cancel a",
                        "order_cancel_rejected a",
                        "pending_cancel a",
                        "canceled a");
    }

    @Test
    @DisplayName("DUPLICATE-EXECUTION-ID")
    void tellsTwice() {
        Trader trader = on(eventFault(EventKind.FILL, Faults.EventFault.TWICE));
        assertThat(trader.buys("a", CALL, 1, "2.10").told())
                .containsExactly("new a", "fill a 1@2.10=1", "fill a 1@2.10=1");
        assertThat(trader.venue().fills()).hasSize(1);
    }

    @Test
    @DisplayName("OUT-OF-ORDER-FILLS")
    void tellsLate() {
        Trader trader = on(eventFault(EventKind.PARTIAL_FILL, Faults.EventFault.LATE));
        trader.buys("a", CALL, 12, "2.10");
        assertThat(trader.told()).containsExactly("new a");
        trader.at(5);
        assertThat(trader.told())
                .containsExactly("new a", "fill a 2@2.10=12", "partial_fill a 10@2.10=10");
    }

    @Test
    @DisplayName("GAP-DURING-RECONNECT")
    void doesNotTellButKeepsTheBooks() {
        Trader trader = on(eventFault(EventKind.FILL, Faults.EventFault.LOST));
        assertThat(trader.buys("a", CALL, 1, "2.10").told()).containsExactly("new a");
        assertThat(trader.order("a").status()).isEqualTo(OrderStatus.FILLED);
    }

    private Trader on(Faults faults) {
        return Trader.on(market, Trader.settings(0, 0), faults);
    }

    private static Faults eventFault(EventKind kind, Faults.EventFault fault) {
        return new Faults() {
            @Override
            public EventFault onEvent(VenueEvent event) {
                return event.kind() == kind ? fault : EventFault.NONE;
            }
        };
    }
}
