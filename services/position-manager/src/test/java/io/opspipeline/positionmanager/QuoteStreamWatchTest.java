package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A-86: a stream of quotes that is down for 5 seconds of a session is told once")
class QuoteStreamWatchTest {

    private static final String OUTAGE = "CRITICAL quote-stream down since ";

    private final List<String> told = new ArrayList<>();
    private final VirtualTime time = new VirtualTime(Desk.NOON);
    private final QuoteStreamWatch watch = on(time);

    @Test
    void tellsAnOutageOnce() {
        watch.wanted();

        watch.look(Desk.NOON.plusMillis(4_999));
        assertThat(told).isEmpty();
        watch.look(Desk.NOON.plusSeconds(5));
        watch.look(Desk.NOON.plusSeconds(6));
        watch.look(Desk.NOON.plusSeconds(7));
        assertThat(told).containsExactly(OUTAGE + Desk.NOON);
    }

    @Test
    void looksByItselfWhenTheStreamEnds() {
        watch.connected();
        watch.disconnected("closed");
        time.runUntil(Desk.NOON.plusSeconds(5));

        assertThat(told).containsExactly(OUTAGE + Desk.NOON);
        assertThat(watch.state().detail()).isEqualTo("down since " + Desk.NOON + ": closed");
    }

    @Test
    void tellsTheNextOutageToo() {
        watch.disconnected("closed");
        time.runUntil(Desk.NOON.plusSeconds(5));
        watch.connected();
        time.runUntil(Desk.NOON.plusSeconds(20));
        assertThat(watch.state().isUp()).isTrue();

        watch.disconnected("closed again");
        time.runUntil(Desk.NOON.plusSeconds(30));
        assertThat(told).containsExactly(OUTAGE + Desk.NOON, OUTAGE + Desk.NOON.plusSeconds(20));
    }

    @Test
    void saysNothingOutOfSession() {
        Instant night = Instant.parse("2026-11-19T23:00:00Z");
        QuoteStreamWatch late = on(new VirtualTime(night));
        late.wanted();
        late.look(night.plusSeconds(60));

        assertThat(told).isEmpty();
    }

    private QuoteStreamWatch on(VirtualTime clock) {
        return new QuoteStreamWatch(
                (severity, event, _, _, _) -> told.add(severity + " " + event),
                SessionCalendar.nyse(),
                clock,
                clock);
    }
}
