package io.opspipeline.tradestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.runtime.setting.SettingsBinder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {

    private static final AccountId LARGE = new AccountId("large");
    private static final Instant OPEN = Instant.parse("2026-11-19T14:30:00Z");

    private final MemoryHeartbeats heartbeats = new MemoryHeartbeats();
    private final List<String> alerts = new ArrayList<>();
    private final SilenceWatch watch =
            new SilenceWatch(
                    heartbeats,
                    (severity, event, _, _, _) -> alerts.add(severity + " " + event),
                    SessionCalendar.nyse(),
                    SettingsBinder.simulated().bind(TradeStreamSettings.class, Map.of())::silence);

    @Test
    @DisplayName("A-101, incident 23: a silent position manager is CRITICAL after two cycles")
    void tellsOfSilence() {
        heartbeats.beat("position-manager", Optional.of(LARGE), OPEN.plusSeconds(60), "");

        watch.look(LARGE, OPEN.plusSeconds(180));
        assertThat(alerts).isEmpty();
        watch.look(LARGE, OPEN.plusSeconds(181));

        assertThat(alerts)
                .containsExactly("CRITICAL silent position-manager large 2026-11-19T14:31:00Z");
    }

    @Test
    @DisplayName(
            "A-101: one that never spoke is silent from the first look on, and the night is no alarm")
    void countsFromTheFirstLook() {
        watch.look(LARGE, OPEN.minusSeconds(1));
        watch.look(LARGE, OPEN.plusSeconds(600));
        watch.look(LARGE, OPEN.plusSeconds(720));
        assertThat(alerts).isEmpty();

        watch.look(LARGE, OPEN.plusSeconds(721));
        assertThat(alerts).hasSize(1);
    }

    @Test
    @DisplayName("fault CLOCK-SKEW: a sign of life of the future is none")
    void doesNotBelieveTheFuture() {
        heartbeats.beat("position-manager", Optional.of(LARGE), OPEN.plusSeconds(2_400), "");

        watch.look(LARGE, OPEN.plusSeconds(60));
        watch.look(LARGE, OPEN.plusSeconds(181));

        assertThat(alerts)
                .containsExactly("CRITICAL silent position-manager large 2026-11-19T14:31:00Z");
    }
}
