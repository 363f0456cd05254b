package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.SpreadRequest;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.ports.broker.DoNotExerciseResult;
import io.opspipeline.ports.broker.OrderEntry;
import io.opspipeline.ports.broker.SpreadResult;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.testkit.PublishedSession;
import io.opspipeline.testkit.PublishedSessions;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExerciseGuardTest {

    private static final String CALL = "NVDA261119C00100000";
    private static final String OTHER_CALL = "NVDA261119C00105000";
    private static final String OTHER_PUT = "NVDA261119P00105000";
    private static final String PUT = "NVDA261119P00100000";
    private static final DateTimeFormatter OCC_DATE = DateTimeFormatter.ofPattern("yyMMdd");

    private static final DoNotExerciseResult TOO_LATE =
            new DoNotExerciseResult.Refused(
                    DenialCode.NO_EXERCISE_TOO_LATE, 403, 40310000, "too late");

    /// 40 minutes before the close of 2026-11-19.
    private static final Instant LATE = Instant.parse("2026-11-19T20:20:00Z");

    private final List<String> asked = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final List<BrokerPosition> shares = new ArrayList<>();
    private Money cash = Money.of("900");
    private boolean isDown;
    private DoNotExerciseResult answer = new DoNotExerciseResult.Accepted();
    private final ExerciseGuard guard = guard();

    @Test
    @DisplayName("fault ITM-UNDERFUNDED-1515: what cannot be paid is not exercised, told once")
    void doesNotExerciseWhatCannotBePaid() {
        look(CALL, LATE);
        look(CALL, LATE.plusSeconds(5));

        assertThat(asked).containsExactly(CALL);
        assertThat(alerts).containsExactly("CRITICAL expires-held " + CALL + " large");
        assertThat(messages).singleElement().asString().contains("exercise takes 20000.00, which");
    }

    @Test
    void leavesWhatCanBePaidAndIsEarly() {
        look(CALL, LATE.minusSeconds(1));
        assertThat(alerts).isEmpty();

        cash = Money.of("20000");
        look(CALL, LATE);

        assertThat(asked).isEmpty();
        assertThat(alerts).hasSize(1);
    }

    @Test
    @DisplayName("A-89: do-not-exercise at close - 40 min in every session of 2020 to 2029")
    void inEverySession() {
        for (PublishedSession session : PublishedSessions.all()) {
            String call = "NVDA" + OCC_DATE.format(session.date()) + "C00100000";
            asked.clear();
            ExerciseGuard one = guard();

            look(one, call, session.beforeClose(40).minusSeconds(1));
            assertThat(asked).as("a second before, %s", session).isEmpty();
            look(one, call, session.beforeClose(40));
            assertThat(asked).as("due, %s", session).containsExactly(call);
            look(guard(), call, session.close());
            assertThat(asked).as("after the close, %s", session).hasSize(1);
        }
        assertThat(alerts).hasSize(2512);
    }

    @Test
    void aPutTakesShares() {
        look(PUT, LATE);
        assertThat(asked).containsExactly(PUT);
    }

    @Test
    void aPutWithItsSharesIsExercised() {
        shares.add(new BrokerPosition(Instrument.ofSymbol("NVDA"), 200, Price.of("100")));

        look(PUT, LATE);

        assertThat(asked).isEmpty();
        assertThat(messages)
                .singleElement()
                .asString()
                .contains("exercise takes 200 shares, which");
    }

    @Test
    @DisplayName(
            "A-89: of two calls that can be paid each, but not both, the first takes the money")
    void sharesTheMoney() {
        cash = Money.of("25000");
        guard.look(two(OTHER_CALL, CALL), LATE);

        assertThat(asked).containsExactly(OTHER_CALL);
        assertThat(alerts)
                .containsExactly(
                        "CRITICAL expires-funded " + CALL + " large",
                        "CRITICAL expires-held " + OTHER_CALL + " large");
    }

    @Test
    @DisplayName("A-89: two calls that can be paid together are exercised, told once each")
    void paysForBoth() {
        cash = Money.of("41000");
        guard.look(two(CALL, OTHER_CALL), LATE);
        guard.look(two(CALL, OTHER_CALL), LATE.plusSeconds(60));

        assertThat(asked).isEmpty();
        assertThat(alerts).hasSize(2);
    }

    @Test
    @DisplayName("A-89: shares that one put takes are not there for the next")
    void sharesTheShares() {
        shares.add(new BrokerPosition(Instrument.ofSymbol("NVDA"), 200, Price.of("100")));
        guard.look(two(PUT, OTHER_PUT), LATE);

        assertThat(asked).containsExactly(OTHER_PUT);
    }

    @Test
    @DisplayName("A-89: money that goes elsewhere is seen within a minute")
    void looksAgainAtWhatCouldBePaid() {
        cash = Money.of("20000");
        look(CALL, LATE);
        cash = Money.of("19999");
        look(CALL, LATE.plusSeconds(59));
        assertThat(asked).isEmpty();

        look(CALL, LATE.plusSeconds(60));
        assertThat(asked).containsExactly(CALL);
    }

    @Test
    @DisplayName("A-89: what the broker exercises all the same is not there for the next")
    void countsWhatIsExercisedAllTheSame() {
        answer = TOO_LATE;
        cash = Money.of("20500");
        guard.look(List.of(Desk.position(2, MemoryAccounts.LARGE, OTHER_CALL, 2)), LATE);
        guard.look(two(CALL, OTHER_CALL), LATE.plusSeconds(5));

        assertThat(asked).containsExactly(OTHER_CALL, CALL);
    }

    @Test
    @DisplayName("A-89: what is refused is not there for the next one of the same look")
    void countsARefusalAtOnce() {
        answer = TOO_LATE;
        cash = Money.of("25000");
        guard.look(
                List.of(
                        Desk.position(1, MemoryAccounts.LARGE, CALL, 3),
                        Desk.position(2, MemoryAccounts.LARGE, OTHER_CALL, 2)),
                LATE);

        assertThat(asked).containsExactly(CALL, OTHER_CALL);
    }

    @Test
    @DisplayName("A-60: without a clear answer it is tried again, and a person knows")
    void triesAgainWithoutAnAnswer() {
        isDown = true;
        look(CALL, LATE);
        isDown = false;
        answer = new DoNotExerciseResult.InDoubt(DenialCode.NO_ANSWER.says("time-out"));
        look(CALL, LATE.plusSeconds(5));
        answer = TOO_LATE;
        look(CALL, LATE.plusSeconds(10));
        look(CALL, LATE.plusSeconds(15));

        assertThat(asked).containsExactly(CALL, CALL);
        assertThat(alerts)
                .containsExactly(
                        "CRITICAL expires-undecided " + CALL + " large",
                        "CRITICAL expires-undecided " + CALL + " large",
                        "CRITICAL expires-held " + CALL + " large");
    }

    @ParameterizedTest(name = "A-89: a wish that is refused as {0} is made again")
    @EnumSource(names = {"CREDENTIALS_REFUSED", "REQUEST_FORBIDDEN", "ENDPOINT_UNKNOWN"})
    void asksAgainAfterARefusalThatIsNoEnd(DenialCode reason) {
        answer = new DoNotExerciseResult.Refused(reason, 403, 0, "not now");
        look(CALL, LATE);
        look(CALL, LATE.plusSeconds(14));
        assertThat(asked).containsExactly(CALL);
        assertThat(alerts).containsExactly("CRITICAL expires-undecided " + CALL + " large");

        answer = new DoNotExerciseResult.Accepted();
        look(CALL, LATE.plusSeconds(15));
        look(CALL, LATE.plusSeconds(30));

        assertThat(asked).containsExactly(CALL, CALL);
        assertThat(alerts).last().isEqualTo("CRITICAL expires-held " + CALL + " large");
    }

    @Test
    @DisplayName("A-89: what may still be exercised is not there for the next")
    void countsWhatMayStillBeExercised() {
        answer =
                new DoNotExerciseResult.Refused(
                        DenialCode.CREDENTIALS_REFUSED, 401, 40110000, "not authorized");
        cash = Money.of("20500");
        guard.look(List.of(Desk.position(2, MemoryAccounts.LARGE, OTHER_CALL, 2)), LATE);
        guard.look(two(CALL, OTHER_CALL), LATE.plusSeconds(5));

        assertThat(asked).containsExactly(OTHER_CALL, CALL);
    }

    private ExerciseGuard guard() {
        return new ExerciseGuard(
                MemoryAccounts.LARGE.id(),
                new Broker(),
                new Broker(),
                (severity, event, _, message, _) -> {
                    alerts.add(severity + " " + event);
                    messages.add(message);
                },
                new ForcedExits(SessionCalendar.nyse(), ForcedExitTimes.DEFAULT));
    }

    private void look(String symbol, Instant asOf) {
        look(guard, symbol, asOf);
    }

    private static void look(ExerciseGuard guard, String symbol, Instant asOf) {
        guard.look(List.of(Desk.position(1, MemoryAccounts.LARGE, symbol, 2)), asOf);
    }

    private static List<HeldPosition> two(String first, String second) {
        return List.of(
                Desk.position(1, MemoryAccounts.LARGE, first, 2),
                Desk.position(2, MemoryAccounts.LARGE, second, 2));
    }

    private final class Broker implements OrderEntry, BrokerBooks {

        @Override
        public DoNotExerciseResult doNotExercise(AccountId account, OccSymbol contract) {
            asked.add(contract.toString());
            return answer;
        }

        @Override
        public BrokerAccount account(AccountId account) {
            if (isDown) {
                throw new BrokerUnavailable("down");
            }
            return new BrokerAccount("1", "ACTIVE", false, 2, cash, cash, cash, cash);
        }

        @Override
        public List<BrokerPosition> positions(AccountId account) {
            return shares;
        }

        @Override
        public SubmitResult submit(OrderRequest order) {
            throw notAsked();
        }

        @Override
        public SpreadResult submit(SpreadRequest spread) {
            throw notAsked();
        }

        @Override
        public CancelResult cancel(AccountId account, BrokerOrderId order) {
            throw notAsked();
        }

        @Override
        public Optional<OrderUpdate> orderByClientId(AccountId account, ClientOrderId id) {
            throw notAsked();
        }

        @Override
        public List<OrderUpdate> openOrders(AccountId account) {
            throw notAsked();
        }

        @Override
        public List<OrderUpdate> openOrders(AccountId account, Instrument instrument) {
            throw notAsked();
        }

        @Override
        public List<OrderUpdate> ordersSince(AccountId account, Instant from) {
            throw notAsked();
        }

        private AssertionError notAsked() {
            return new AssertionError("nobody asks for this");
        }
    }
}
