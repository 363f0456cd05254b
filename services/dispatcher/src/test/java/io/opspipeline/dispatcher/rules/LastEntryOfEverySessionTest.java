package io.opspipeline.dispatcher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.dispatcher.rules.PlanGateRule.PlanInputs;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.testkit.PublishedSession;
import io.opspipeline.testkit.PublishedSessions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first and the last moment at which a contract that expires soon may still be bought, by the
/// gates that look at the clock.
@DisplayName("A-65, A-90: entries before an expiry in every session of 2020 to 2029")
class LastEntryOfEverySessionTest {

    private static final List<PublishedSession> SESSIONS = PublishedSessions.all();

    private final AccountGateRule window = new AccountGateRule(Entries.LIMITS);
    private final PlanGateRule room = new PlanGateRule(Entries.LIMITS);
    private final ForcedExits forced =
            new ForcedExits(SessionCalendar.nyse(), ForcedExitTimes.DEFAULT);

    @Test
    void aDayTradeThatExpiresTodayIsBoughtUntilCloseMinus95Minutes() {
        for (PublishedSession session : SESSIONS) {
            assertEntries(session, session.date(), session.beforeClose(95));
        }
    }

    @Test
    void oneThatExpiresTomorrowIsBoughtUntilCloseMinus50Minutes() {
        for (int i = 1; i < SESSIONS.size(); i++) {
            assertEntries(
                    SESSIONS.get(i - 1),
                    SESSIONS.get(i).date(),
                    SESSIONS.get(i - 1).beforeClose(50));
        }
    }

    /// Up to the last entry whose fifth session the calendar knows.
    @Test
    void aSwingIsNeverBoughtOnItsExpiry() {
        for (PublishedSession session : SESSIONS.subList(0, SESSIONS.size() - 4)) {
            assertThat(blocks(Entries.large(), session.date(), session.afterOpen(5)))
                    .as("at the first entry, %s", session)
                    .containsExactly(GateCode.EXIT_ROOM);
            assertThat(blocks(Entries.large(), session.date(), session.beforeClose(16)))
                    .as("at the last entry, %s", session)
                    .containsExactly(GateCode.EXIT_ROOM);
        }
    }

    @Test
    void nothingIsBoughtOnAHoliday() {
        for (LocalDate holiday : PublishedSessions.holidays()) {
            assertThat(window(holiday, holiday.atTime(16, 0).toInstant(ZoneOffset.UTC)))
                    .as("%s", holiday)
                    .contains(GateCode.ENTRY_WINDOW);
        }
    }

    /// Market time by hand: winter, summer, the days around a change of the clocks, half-days.
    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2026-01-15T19:25:00Z, 14:25",
        "2026-03-06, 2026-03-06T19:25:00Z, 14:25",
        "2026-03-09, 2026-03-09T18:25:00Z, 14:25",
        "2026-10-30, 2026-10-30T18:25:00Z, 14:25",
        "2026-11-02, 2026-11-02T19:25:00Z, 14:25",
        "2024-07-03, 2024-07-03T15:25:00Z, 11:25",
        "2026-11-27, 2026-11-27T16:25:00Z, 11:25",
        "2029-12-24, 2029-12-24T16:25:00Z, 11:25"
    })
    void theClockOnTheWall(LocalDate expiry, Instant last, String newYork) {
        assertThat(NewYork.timeOf(last)).hasToString(newYork);
        assertThat(blocks(Entries.tiny(), expiry, last)).isEmpty();
        assertThat(blocks(Entries.tiny(), expiry, last.plusSeconds(1)))
                .containsExactly(GateCode.EXIT_ROOM);
    }

    private void assertEntries(PublishedSession session, LocalDate expiry, Instant last) {
        assertThat(blocks(Entries.tiny(), expiry, session.afterOpen(5).minusSeconds(1)))
                .as("a second early, %s", session)
                .containsExactly(GateCode.ENTRY_WINDOW);
        assertThat(blocks(Entries.tiny(), expiry, session.afterOpen(5)))
                .as("the first entry, %s", session)
                .isEmpty();
        assertThat(blocks(Entries.tiny(), expiry, last))
                .as("the last entry, %s", session)
                .isEmpty();
        assertThat(blocks(Entries.tiny(), expiry, last.plusSeconds(1)))
                .as("a second late, %s", session)
                .containsExactly(GateCode.EXIT_ROOM);
    }

    /// The gates of both phases that block at an instant.
    private List<GateCode> blocks(Account account, LocalDate expiry, Instant asOf) {
        List<GateCode> codes = window(NewYork.dateOf(asOf), asOf);
        return codes.isEmpty() ? codes(room.judge(plan(account, expiry, asOf))) : codes;
    }

    private List<GateCode> window(LocalDate day, Instant asOf) {
        EntryInputs in =
                new EntryDraft(Entries.good(Entries.large())).asOf(asOf).session(day).inputs();
        return codes(window.judge(in)).stream().filter(GateCode.ENTRY_WINDOW::equals).toList();
    }

    private PlanInputs plan(Account account, LocalDate expiry, Instant asOf) {
        Instrument call =
                new Instrument.Option(new OccSymbol("NVDA", expiry, Right.CALL, Price.of("142")));
        EntryPlan plan =
                new EntryPlan(
                        7,
                        call,
                        1,
                        Price.of("1.10"),
                        Price.of("1.08"),
                        OptionalDouble.of(0.4),
                        OptionalDouble.of(0.5));
        return new PlanInputs(
                account,
                plan,
                asOf,
                forced.earliest(account.strategy(), call, asOf),
                Money.of("0.15"),
                Entries.noUsage(),
                Optional.of(Entries.broker("121000")));
    }

    private static List<GateCode> codes(List<GateVerdict> verdicts) {
        return verdicts.stream().filter(GateVerdict::blocks).map(GateVerdict::code).toList();
    }
}
