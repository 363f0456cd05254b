package io.opspipeline.persistence.dispatch;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.DAY_START;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.MSFT;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class LimitUsageTest {

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
    }

    @Test
    @DisplayName("A-63, incidents 61, 62: limits count only this account")
    void countsThisAccountAlone() {
        Entry.reserved(scene, LARGE, AAPL);

        assertThat(scene.dispatches.usage(TINY, DAY_START))
                .isEqualTo(new LimitUsage(List.of(), List.of(), List.of(), Money.ZERO));
        assertThat(scene.dispatches.usage(LARGE, DAY_START).entriesToday())
                .containsExactly(new LimitUsage.Entry(AAPL, TEN));
    }

    @Test
    @DisplayName(
            "A-62, incident 68: exposure is contracts times premium times 100, open and pending")
    void countsAPartlyFilledEntryOnce() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.PARTIALLY_FILLED, 1, "2.44", TEN.plusSeconds(1));

        assertThat(scene.dispatches.usage(LARGE, DAY_START).working())
                .containsExactly(
                        new LimitUsage.AtWork(
                                AAPL, InstrumentType.CALL, "AAPL", Money.of("494"), true));
    }

    @Test
    void countsAnOpenPositionAtItsAverageEntry() {
        Entry.held(scene, LARGE, AAPL);

        LimitUsage usage = scene.dispatches.usage(LARGE, DAY_START);

        assertThat(usage.working())
                .containsExactly(
                        new LimitUsage.AtWork(
                                AAPL, InstrumentType.CALL, "AAPL", Money.of("500"), false));
        assertThat(usage.entriesToday()).hasSize(1);
        assertThat(usage.realisedToday()).isEqualTo(Money.of("-0.0959"));
    }

    @Test
    @DisplayName("A-64: an entry unfilled at zero counts for nothing")
    void forgetsWhatWasNeverFilled() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.CANCELED, 0, "0", TEN.plusSeconds(20));
        scene.orders.entryEnded(
                entry.dispatch().id(),
                DenialCode.LADDER_ENDED.says("ladder over"),
                TEN.plusSeconds(20));

        LimitUsage usage = scene.dispatches.usage(LARGE, DAY_START);

        assertThat(usage.working()).isEmpty();
        assertThat(usage.entriesToday()).isEmpty();
        assertThat(usage.lastEntries()).isEmpty();
    }

    @Test
    @DisplayName("A-64: the day is the New York date; the cooldown outlasts it")
    void separatesTodayFromTheLastEntry() {
        Entry.held(scene, LARGE, AAPL);

        LimitUsage usage = scene.dispatches.usage(LARGE, DAY_START.plusSeconds(86_400));

        assertThat(usage.entriesToday()).isEmpty();
        assertThat(usage.lastEntries()).containsExactly(new LimitUsage.Entry(AAPL, TEN));
    }

    @Test
    void namesTheSectorOfTheUniverse() {
        scene.database
                .jdbc()
                .sql(
                        """
                        insert into ticker_universe values
                            ('AAPL', 'OPERATOR', 'Technology', null, 1, true, '2026-11-19T00:00Z')
                        """)
                .update();
        Entry.reserved(scene, LARGE, AAPL);

        assertThat(scene.dispatches.usage(LARGE, DAY_START).working())
                .extracting(LimitUsage.AtWork::sector)
                .containsExactly("Technology");
    }

    @Test
    @DisplayName("A-56, A-59: a skip keeps its reason, every verdict and every candidate")
    void storesWhyASignalWasSkipped() {
        long id = scene.claimed(LARGE, MSFT).id();
        List<GateVerdict> verdicts =
                List.of(
                        GateVerdict.of(GateCode.PACE, false, "60 s", ">= 600 s"),
                        GateVerdict.notReached(GateCode.COST));

        scene.dispatches.skip(LARGE, id, SkipCode.PACE, verdicts, List.of(candidate()), TEN);
        scene.dispatches.skip(LARGE, id, SkipCode.CLUSTER, verdicts, List.of(), TEN.plusSeconds(9));

        assertThat(scene.rows("select status, reason from dispatch_executions"))
                .singleElement()
                .asString()
                .isEqualTo("{status=SKIPPED, reason=PACE}");
        assertThat(
                        scene.texts(
                                "select gate || ' ' || result || ' ' || observed from gate_verdicts"))
                .containsExactlyInAnyOrder("PACE FAILED 60 s", "COST NOT_REACHED no plan");
        assertThat(scene.rows("select * from contract_candidates"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row)
                                .containsEntry("failed_check", null)
                                .containsEntry("score", 74.5)
                                .containsEntry("volume", 1_200L)
                                .containsEntry("feed_delta", null));
    }

    @Test
    void refusesToSkipWhatIsNotClaimed() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);

        assertThatThrownBy(() ->
                        scene.dispatches.skip(
                                LARGE,
                                entry.dispatch().id(),
                                SkipCode.PACE,
                                List.of(),
                                List.of(),
                                TEN))
                .hasMessageContaining("is INTENT and cannot become SKIPPED");
    }

    @Test
    @DisplayName("A-104: an account never touches the rows of another")
    void refusesARowOfAnotherAccount() {
        long id = scene.claimed(LARGE, AAPL).id();

        assertThatThrownBy(() ->
                        scene.dispatches.skip(TINY, id, SkipCode.PACE, List.of(), List.of(), TEN))
                .hasMessage("tiny has no dispatch " + id);
    }

    private static ContractCandidate candidate() {
        return new ContractCandidate(
                OccSymbol.parse("MSFT261211C00100000"),
                true,
                Optional.empty(),
                Optional.of(Entry.QUOTE),
                OptionalDouble.of(0.3),
                OptionalDouble.of(0.5),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.of(1_200),
                OptionalInt.of(800),
                Optional.of(new ContractCandidate.Score(24.5, 30, 20, 0)));
    }
}
