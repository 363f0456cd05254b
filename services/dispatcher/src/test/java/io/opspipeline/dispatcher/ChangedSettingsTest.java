package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static io.opspipeline.dispatcher.EntryDesk.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.ports.setting.SettingsRead;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.testkit.PostgresExtension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What an operator changes while the dispatcher runs.
@ExtendWith(PostgresExtension.class)
class ChangedSettingsTest {

    private static final String GATE =
            """
            select result || ': ' || observed from gate_verdicts where gate = 'TRADING_STATE'
            """;

    private EntryDesk desk;
    private EntryProcess process;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
        process = new EntryProcess(desk);
    }

    @AfterEach
    void nothingBroke() {
        assertThat(desk.time.failures()).isEmpty();
    }

    @Test
    @DisplayName("A-10: a changed figure judges the next run")
    void judgesByTheNewFigure() {
        process.settings.reload(Map.of("dispatcher.confidence.swing", "0.8"));
        enter();

        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: CONFIDENCE");
    }

    @Test
    @DisplayName("A-10: a changed ladder holds from the next rung on")
    void climbsByTheNewLadder() {
        enter();
        desk.at(3, () -> process.settings.reload(Map.of("dispatcher.ladder.ceiling", "1")));
        desk.at(3, () -> desk.board.contract(EntryDesk.CALL, "2.50", "2.56"));
        desk.until(60);

        assertThat(desk.broker.received()).hasSize(1);
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: above the ceiling of the plan price");
    }

    @Test
    @DisplayName(
            "A-8, incident 69: a refused setting of its own stops entries, and the gate says so")
    void entersNothingOnARefusedSetting() {
        process.settings.reload(Map.of("dispatcher.confidence.swing", "{swing: .3}"));
        enter();

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA SKIPPED 0/0: TRADING_STATE");
        assertThat(desk.texts(GATE))
                .singleElement()
                .asString()
                .startsWith("FAILED: REDUCING (setting dispatcher.confidence.swing: '{swing: .3}'");
    }

    @Test
    @DisplayName("A-8: a setting that another service refuses stops entries until it is good again")
    void entersNothingWhileAnotherServiceRefuses() {
        tell(Map.of("features.recheck", "setting features.recheck: 9d is out of range"));
        enter();
        assertThat(desk.texts(GATE))
                .containsExactly("FAILED: REDUCING (setting features.recheck: 9d is out of range)");

        tell(Map.of());
        desk.until(60);
        desk.beat(LARGE);
        enter();
        assertThat(desk.broker.received()).hasSize(1);
    }

    @Test
    @DisplayName("A-8: an entry that is worked ends at its next rung, and what was filled stays")
    void endsTheLadderOnARefusedSetting() {
        enter();
        desk.at(2, () -> desk.broker.attempt(1).fill(1, Price.of("2.47")));
        desk.at(3, () -> tell(Map.of("features.recheck", "refused")));
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA PARTIAL 1/4: the account may not enter any more");
    }

    private void enter() {
        desk.signal(NVDA, Action.BUY_CALL);
        process.run(LARGE);
    }

    private void tell(Map<String, String> faults) {
        desk.reads.record(
                new SettingsRead(
                        "features",
                        Provenance.Mode.SIMULATED,
                        Set.of("features"),
                        List.of(),
                        faults,
                        TEN));
    }
}
