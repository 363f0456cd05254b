package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.SessionMid;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A position of an earlier day counts from the final mid of the last session, and from no other.
class DayPnlBasisTest {

    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-11-18");

    private final Desk desk = Desk.atNoon().quoting("1.96", "2.04");

    @Test
    @DisplayName("A-97: a loss since the last session's final mid fires, whatever the entry was")
    void countsFromTheLastSession() {
        desk.book.hold(held(WEDNESDAY));
        desk.run(40);

        assertThat(desk.book.events).contains("closing DAILY_LOSS");
        assertThat(desk.alerts).noneMatch(alert -> alert.contains("no-basis"));
    }

    @Test
    @DisplayName("A-60, incident 67: a final mid of an earlier session counts nothing and is told")
    void tellsAStaleBasis() {
        desk.book.hold(held(WEDNESDAY.minusDays(1)));
        desk.run(40);

        assertThat(desk.book.events).isEmpty();
        assertThat(desk.alerts)
                .containsExactly("CRITICAL no-basis large " + Desk.CALL + " 2026-11-18");
    }

    /// Two calls bought at 2.00 on Tuesday, at 5.00 at the end of a session.
    static HeldPosition held(LocalDate session) {
        HeldPosition today = Desk.position(1, MemoryAccounts.LARGE, Desk.CALL, 2);
        Position position = today.position();
        return new HeldPosition(
                today.id(),
                new Position(
                        position.account(),
                        position.instrument(),
                        position.strategy(),
                        position.origin(),
                        position.state(),
                        position.quantity(),
                        position.boughtQuantity(),
                        position.boughtValue(),
                        position.soldQuantity(),
                        position.soldValue(),
                        position.openedAt().minus(Duration.ofDays(2)),
                        position.endedAt()),
                today.stop(),
                today.target(),
                today.entrySpread(),
                today.underlyingAtEntry(),
                today.peak(),
                today.trough(),
                List.of(new SessionMid(session, Price.of("5.00"))),
                today.partialTaken(),
                today.closingRule());
    }
}
