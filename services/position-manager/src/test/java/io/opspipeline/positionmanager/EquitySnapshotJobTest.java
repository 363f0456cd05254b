package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.ports.store.EquityHistory;
import io.opspipeline.ports.store.EquitySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquitySnapshotJobTest {

    private static final Instant NOON = Desk.NOON;

    private final Desk desk = Desk.atNoon();
    private final History history = new History();

    @ParameterizedTest(name = "{0} of 10,000 is left")
    @DisplayName("A-131: 10 % below the highest equity entries stop until the operator resumes")
    @CsvSource({"9001.00, false", "9000.00, true"})
    void stopsEntriesInADrawdown(String equity, boolean stops) {
        run("10000.00", NOON.minusSeconds(600));
        run("9500.00", NOON.minusSeconds(300));
        assertThat(desk.accounts.changes).isEmpty();

        run(equity, NOON);
        assertThat(desk.accounts.changes)
                .hasSize(stops ? 1 : 0)
                .allMatch(change -> change.equals("REDUCING DRAWDOWN " + NOON));
        assertThat(desk.messages)
                .hasSize(stops ? 1 : 0)
                .allMatch(message -> message.startsWith("equity 9000.00 is down from 10000.00"));
    }

    @Test
    @DisplayName("A-131: a drawdown that was lifted stays lifted until the line is crossed anew")
    void tripsOnce() {
        run("10000.00", NOON.minusSeconds(600));
        run("8900.00", NOON.minusSeconds(300));
        run("8800.00", NOON);
        assertThat(desk.accounts.changes).hasSize(1);
    }

    @Test
    void storesWhatTheAccountIsWorth() {
        desk.holding(Desk.CALL, 2).quoting("2.20", "2.28").run(1);
        run("10000.00", desk.time.instant());

        assertThat(history.snapshots)
                .singleElement()
                .satisfies(snapshot -> {
                    assertThat(snapshot.equity()).isEqualTo(Money.of("10000.00"));
                    assertThat(snapshot.unrealisedToday()).isEqualTo(Money.of("48.00"));
                    assertThat(snapshot.openPositions()).isEqualTo(1);
                });
    }

    @Test
    @DisplayName("What cannot be priced makes no snapshot, and the job says so")
    void storesNothingThatIsNotWhole() {
        desk.holding(Desk.CALL, 2);
        assertThat(run("10000.00", NOON)).startsWith("a held position has no mid");
        assertThat(history.snapshots).isEmpty();
    }

    private String run(String equity, Instant asOf) {
        desk.broker.equity = Money.of(equity);
        var rules =
                new Rulebook(
                        () -> desk.settings,
                        new ForcedExits(SessionCalendar.nyse(), ForcedExitTimes.DEFAULT));
        var job =
                new EquitySnapshotJob(
                        desk.accounts,
                        desk.broker,
                        desk.book,
                        history,
                        desk.desks,
                        new DrawdownBreaker(
                                rules, history, new TradingPauses(desk.accounts, desk.told())),
                        SessionCalendar.nyse());
        return job.run(
                        new Tick(
                                JobName.EQUITY_SNAPSHOT,
                                Optional.of(MemoryAccounts.LARGE.id()),
                                Cause.SCHEDULE,
                                asOf,
                                asOf))
                .note();
    }

    private static final class History implements EquityHistory {

        private final List<EquitySnapshot> snapshots = new ArrayList<>();

        @Override
        public void record(EquitySnapshot snapshot) {
            snapshots.add(snapshot);
        }

        @Override
        public List<EquitySnapshot> between(AccountId account, Instant from, Instant to) {
            throw new UnsupportedOperationException("the report's");
        }

        @Override
        public Optional<EquitySnapshot> latestBefore(AccountId account, Instant before) {
            return snapshots.stream()
                    .filter(each -> each.takenAt().isBefore(before))
                    .reduce((_, newer) -> newer);
        }

        @Override
        public Optional<Money> highWaterMark(AccountId account, Instant asOf) {
            return snapshots.stream().map(EquitySnapshot::equity).max(Money::compareTo);
        }
    }
}
