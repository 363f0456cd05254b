package io.opspipeline.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderRequestTest {

    private static final Optional<Price> LIMIT = Optional.of(Price.of("2.50"));

    @Test
    void buysAtALimitOnly() {
        assertThat(request(Side.BUY, 1, LIMIT).type()).isEqualTo(OrderType.LIMIT);
        assertThatThrownBy(() -> request(Side.BUY, 1, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have a limit");
    }

    @Test
    void sellsAtALimitOrAtTheMarket() {
        assertThat(request(Side.SELL, 1, LIMIT).type()).isEqualTo(OrderType.LIMIT);
        assertThat(request(Side.SELL, 1, Optional.empty()).type()).isEqualTo(OrderType.MARKET);
    }

    @Test
    void refusesAnOrderOfNothing() {
        assertThatThrownBy(() -> request(Side.SELL, 0, LIMIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1, was 0");
    }

    @ParameterizedTest
    @EnumSource
    void endsOnFourWordsOfTheBroker(BrokerOrderStatus status) {
        var ends =
                switch (status) {
                    case FILLED, CANCELED, EXPIRED, REJECTED -> true;
                    case PENDING,
                            WORKING,
                            PARTIALLY_FILLED,
                            SUSPENDED,
                            DONE_FOR_DAY,
                            PENDING_CANCEL,
                            UNKNOWN ->
                            false;
                };

        assertThat(status.isTerminal()).isEqualTo(ends);
    }

    @Test
    @DisplayName("A-91: a rule precedes those below it in the table, and never itself")
    void precedesWhatComesLater() {
        assertThat(ExitReason.KILL_SWITCH.precedes(ExitReason.PARTIAL)).isTrue();
        assertThat(ExitReason.PARTIAL.precedes(ExitReason.KILL_SWITCH)).isFalse();
        assertThat(ExitReason.PARTIAL.precedes(ExitReason.PARTIAL)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A-91: what stops a loss is urgent, what takes a gain is not")
    void hurriesToStopALoss(ExitReason rule) {
        var urgent =
                switch (rule) {
                    case KILL_SWITCH, DAILY_LOSS, EXPIRY, END_OF_DAY, STOP_LOSS, UNDERLYING_STOP ->
                            true;
                    case TAKE_PROFIT, UNDERLYING_TARGET, TRAILING_STOP, PARTIAL, MAX_HOLD -> false;
                };

        assertThat(rule.isUrgent()).isEqualTo(urgent);
    }

    private static OrderRequest request(Side side, int quantity, Optional<Price> limit) {
        return new OrderRequest(
                new ClientOrderId("c-1"),
                new AccountId("large"),
                Instrument.ofSymbol("NVDA250117C00130000"),
                side,
                quantity,
                limit);
    }
}
