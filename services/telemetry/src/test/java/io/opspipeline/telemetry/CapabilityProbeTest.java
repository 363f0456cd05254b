package io.opspipeline.telemetry;

import static io.opspipeline.telemetry.Source.NVDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.ports.store.Provenance.Mode;
import io.opspipeline.runtime.setting.SettingsException;
import io.opspipeline.telemetry.rules.OptionAnalysisRule;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CapabilityProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final Source source = new Source().with(Source.bar(NVDA, NOW));
    private final Map<String, String> recorded = new TreeMap<>();
    private final PricedChains chains = new PricedChains(NOW);

    @Test
    @DisplayName("A-43, incident 58: what the account may read is asked once and told")
    void tellsWhatAnswered() {
        var probe = probe();
        assertThat(probe.detail()).isEqualTo("stocks sip, options opra, not asked yet");
        probe.runUntilKnown(NOW);
        probe.runUntilKnown(NOW.plusSeconds(60));
        assertThat(probe.detail()).isEqualTo("stocks sip, options opra, 16 options of NVDA quoted");
        assertThat(chains.asked).hasSize(1);
        assertThat(recorded)
                .containsExactly(
                        entry("option feed", "opra"),
                        entry("options data", "16 options of NVDA quoted"),
                        entry("stock feed", "sip"),
                        entry(
                                "stream symbol limit",
                                "bars unlimited, stock quotes unlimited, option quotes 1,000"));
    }

    @Test
    @DisplayName("A-43: what does not answer is asked again")
    void asksAgain() {
        var probe = probe();
        source.isDown = true;
        probe.runUntilKnown(NOW);
        assertThat(probe.detail()).endsWith("stocks cannot be read: the source is down");
        source.isDown = false;
        probe.runUntilKnown(NOW.plusSeconds(60));
        assertThat(probe.detail()).endsWith("16 options of NVDA quoted");
    }

    @Test
    @DisplayName("INDICATIVE-FEED-FALLBACK: real money is refused on a poorer feed")
    void refusesPoorFeedsInLive() {
        assertThatCode(() -> probe().requireFeedsFor(Mode.LIVE)).doesNotThrowAnyException();
        chains.feed = "indicative";
        assertThatCode(() -> probe().requireFeedsFor(Mode.PAPER)).doesNotThrowAnyException();
        assertThatThrownBy(() -> probe().requireFeedsFor(Mode.LIVE))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "LIVE needs stocks sip and options opra,"
                                + " configured are stocks sip, options indicative");
    }

    private CapabilityProbe probe() {
        var analysis = new OptionAnalysisRule(SessionCalendar.nyse(), PricedChains.RATE);
        return new CapabilityProbe(
                source,
                chains,
                new ChainSurvey(source, chains, () -> analysis),
                () -> new ChainReach(23, 37, 0.02),
                new CollectedTickers(new ListedUniverse(NVDA), source),
                (found, _) -> recorded.putAll(found));
    }
}
