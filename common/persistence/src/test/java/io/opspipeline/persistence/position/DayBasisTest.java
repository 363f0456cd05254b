package io.opspipeline.persistence.position;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.MSFT;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.AdoptedPosition;
import io.opspipeline.domain.position.DayPnl;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PnlDay;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.domain.position.SessionMid;
import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the next day's profit and loss counts from: stored after the close, else the last mark.
@ExtendWith(PostgresExtension.class)
class DayBasisTest {

    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-19");
    private static final LocalDate FRIDAY = THURSDAY.plusDays(1);
    private static final LocalDate MONDAY = FRIDAY.plusDays(3);
    private static final Instant FRIDAY_TEN = TEN.plus(Duration.ofDays(1));
    private static final Instant MONDAY_TEN = FRIDAY_TEN.plus(Duration.ofDays(3));

    private Scene scene;
    private long id;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
        id = Entry.held(scene, LARGE, AAPL);
    }

    @Test
    void keepsTheBasisOfTheLastSession() {
        store(FRIDAY, "2.65");
        store(THURSDAY, "9");

        assertThat(mids()).containsExactly(mid(FRIDAY, "2.65"));
    }

    @Test
    @DisplayName("incident 67: a basis that was not stored is the last mark of its session")
    void fallsBackOnTheLastMark() {
        store(THURSDAY, "2.65");
        mark("2.70", FRIDAY_TEN);
        mark("2.80", FRIDAY_TEN.plusSeconds(60));
        assertThat(mids()).containsExactly(mid(THURSDAY, "2.65"), mid(FRIDAY, "2.80"));

        mark("1.90", MONDAY_TEN);
        mark("1.95", MONDAY_TEN.plusSeconds(60));
        assertThat(mids()).containsExactly(mid(FRIDAY, "2.80"), mid(MONDAY, "1.95"));
    }

    @Test
    void keepsAStoredBasisBeforeTheLastMarkOfItsSession() {
        mark("2.70", FRIDAY_TEN);
        store(FRIDAY, "2.65");
        mark("1.90", MONDAY_TEN);
        mark("9", FRIDAY_TEN);

        assertThat(mids()).containsExactly(mid(FRIDAY, "2.65"), mid(MONDAY, "1.90"));
    }

    @Test
    @DisplayName("A-97, A-98: what is adopted counts from the last close, and keeps it when marked")
    void keepsTheBasisOfAnAdoption() {
        var found =
                new AdoptedPosition(
                        Scene.call(MSFT),
                        3,
                        Price.of("4.00"),
                        Strategy.DAY,
                        Optional.of(mid(THURSDAY, "1.30")));
        id = scene.positions.adopt(TINY, found, FRIDAY_TEN);
        scene.positions.saveMarks(TINY, List.of(marks("1.20", FRIDAY_TEN)));

        HeldPosition held = scene.positions.held(TINY).getFirst();
        assertThat(held.mids()).containsExactly(mid(THURSDAY, "1.30"), mid(FRIDAY, "1.20"));
        assertThat(DayPnl.basis(held, PnlDay.of(FRIDAY_TEN, SessionCalendar.nyse())))
                .contains(Price.of("1.30"));
    }

    private List<SessionMid> mids() {
        return scene.positions.held(LARGE).getFirst().mids();
    }

    private void store(LocalDate session, String mid) {
        scene.positions.saveDayBasis(LARGE, session, List.of(marks(mid, TEN)));
    }

    private void mark(String mid, Instant at) {
        scene.positions.saveMarks(LARGE, List.of(marks(mid, at)));
    }

    private PositionMarks marks(String mid, Instant at) {
        Price price = Price.of(mid);
        return new PositionMarks(id, price, price, price, price, at);
    }

    private static SessionMid mid(LocalDate session, String mid) {
        return new SessionMid(session, Price.of(mid));
    }
}
