package io.opspipeline.reliability.memory;

import static io.opspipeline.reliability.memory.Scene.AAPL;
import static io.opspipeline.reliability.memory.Scene.DAY_START;
import static io.opspipeline.reliability.memory.Scene.LARGE;
import static io.opspipeline.reliability.memory.Scene.MSFT;
import static io.opspipeline.reliability.memory.Scene.OVER;
import static io.opspipeline.reliability.memory.Scene.SILENCE;
import static io.opspipeline.reliability.memory.Scene.TEN;
import static io.opspipeline.reliability.memory.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What limits count, and what is held, as entries go on.
@ParameterizedClass
@EnumSource(StoreKind.class)
class UsageContractTest {

    @Parameter StoreKind kind;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.of(kind);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    @DisplayName("A-63: a reservation counts in its account, and in no other")
    void countsAReservation() {
        scene.reserved(LARGE, AAPL);

        assertThat(usage().working()).containsExactly(atWork(AAPL, "500", true));
        assertThat(usage().entriesToday()).containsExactly(new LimitUsage.Entry(AAPL, TEN));
        assertThat(scene.stores().dispatches().usage(TINY, DAY_START).working()).isEmpty();
        assertThat(scene.stores().dispatches().usage(TINY, DAY_START).entriesToday()).isEmpty();
    }

    @Test
    @DisplayName("A-62: an entry filled in part is one row: what is held, and what is reserved")
    void countsAPartlyFilledEntryOnce() {
        Entry entry = scene.reserved(LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.PARTIALLY_FILLED, 1, "2.44", TEN.plusSeconds(1));

        assertThat(usage().working()).containsExactly(atWork(AAPL, "494", true));
    }

    @Test
    void countsWhatIsHeldAtItsAverage() {
        Entry entry = scene.reserved(LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.PARTIALLY_FILLED, 1, "2.40", TEN.plusSeconds(1));
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(2));

        assertThat(usage().working()).containsExactly(atWork(AAPL, "490", false));
        assertThat(usage().realisedToday()).isEqualTo(Money.of("-0.0959"));
        assertThat(scene.stores().positions().realisedSince(LARGE, DAY_START))
                .isEqualTo(Money.of("-0.0959"));
        assertThat(scene.stores().positions().realisedSince(LARGE, TEN.plusSeconds(3)))
                .isEqualTo(Money.ZERO);
        assertThat(scene.stores().positions().held(LARGE))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.position().quantity()).isEqualTo(2);
                    assertThat(held.position().entryPrice()).isEqualTo(Price.of("2.45"));
                    assertThat(held.position().openedAt()).isEqualTo(TEN.plusSeconds(1));
                    assertThat(held.stop()).isEqualTo(Price.of("1.8375"));
                    assertThat(held.target()).isEqualTo(Price.of("3.675"));
                });
        assertThat(scene.stores().positions().held(TINY)).isEmpty();
    }

    @Test
    @DisplayName("A-129: in doubt an entry keeps its limits, lost it has none")
    void keepsTheLimitsOfADoubt() {
        Entry entry = scene.reserved(LARGE, AAPL);
        scene.stores().ledger().doubted(entry.id(1), SILENCE, TEN.plusSeconds(1));
        assertThat(usage().working()).containsExactly(atWork(AAPL, "500", true));

        scene.stores().ledger().lost(entry.id(1), TEN.plusSeconds(60));
        assertThat(usage().working()).isEmpty();
        assertThat(usage().entriesToday()).isEmpty();
    }

    @Test
    @DisplayName("fault ACK-LOST: a lost order that fills counts again, as what is held")
    void countsALateFill() {
        Entry entry = scene.reserved(LARGE, AAPL);
        scene.stores().ledger().doubted(entry.id(1), SILENCE, TEN.plusSeconds(1));
        scene.stores().ledger().lost(entry.id(1), TEN.plusSeconds(60));
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(70));

        assertThat(usage().working()).containsExactly(atWork(AAPL, "490", false));
        assertThat(usage().entriesToday()).hasSize(1);
    }

    @Test
    @DisplayName("A-64: an entry unfilled at zero counts for nothing")
    void forgetsWhatWasNeverFilled() {
        Entry entry = scene.reserved(LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.CANCELED, 0, "0", TEN.plusSeconds(20));
        scene.stores().ledger().entryEnded(entry.dispatchId(), OVER, TEN.plusSeconds(20));

        assertThat(usage().working()).isEmpty();
        assertThat(usage().entriesToday()).isEmpty();
        assertThat(usage().lastEntries()).isEmpty();
    }

    @Test
    @DisplayName("A-64: the day is the New York date; the last entry outlasts it")
    void separatesTodayFromTheLastEntry() {
        Entry entry = scene.reserved(LARGE, MSFT);
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(1));

        LimitUsage tomorrow =
                scene.stores().dispatches().usage(LARGE, DAY_START.plusSeconds(86_400));

        assertThat(tomorrow.entriesToday()).isEmpty();
        assertThat(tomorrow.lastEntries()).containsExactly(new LimitUsage.Entry(MSFT, TEN));
        assertThat(tomorrow.working()).hasSize(1);
    }

    private LimitUsage usage() {
        return scene.stores().dispatches().usage(LARGE, DAY_START);
    }

    private static LimitUsage.AtWork atWork(Ticker ticker, String cost, boolean pending) {
        return new LimitUsage.AtWork(
                ticker, InstrumentType.CALL, ticker.symbol(), Money.of(cost), pending);
    }
}
