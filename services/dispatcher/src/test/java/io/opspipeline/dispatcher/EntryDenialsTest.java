package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.CALL;
import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static io.opspipeline.dispatcher.EntryDesk.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.denial.Denier;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.testkit.PostgresExtension;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(PostgresExtension.class)
class EntryDenialsTest {

    private static final Map<DenialCode, Consumer<EntryDesk>> CASES = cases();

    private EntryDesk desk;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
    }

    @ParameterizedTest(name = "A-82: an entry that meets it is stored with the code {0}")
    @MethodSource("codes")
    void storesTheCode(DenialCode code) {
        Objects.requireNonNull(CASES.get(code)).accept(desk);

        assertThat(
                        desk.texts(
                                """
                                select denial from dispatch_executions where denial is not null
                                union all
                                select denial from orders where state = 'IN_DOUBT'
                                """))
                .containsExactly(code.name());
    }

    @Test
    @DisplayName("A-82: every code of a signal, of the choice and of our work is provoked here")
    void provokesEveryCode() {
        Set<Denier> ours = EnumSet.of(Denier.SIGNAL, Denier.CONTRACT_CHOICE, Denier.ENTRY_WORK);

        assertThat(codes())
                .containsExactlyElementsOf(
                        Arrays.stream(DenialCode.values())
                                .filter(code -> ours.contains(code.denier()))
                                .toList());
    }

    @Test
    @DisplayName("A-82: an order that somebody else cancelled ends its entry as CANCELED_AT_BROKER")
    void namesACancelThatIsNotOurs() {
        desk.enter();
        desk.at(2, () -> desk.broker.attempt(1).become(BrokerOrderStatus.CANCELED));
        desk.at(2, () -> apply(1));
        desk.until(60);

        assertThat(desk.texts("select denial from dispatch_executions"))
                .containsExactly("CANCELED_AT_BROKER");
    }

    @Test
    @DisplayName("A-82: an order that the broker suspends is cancelled at its rung, and says so")
    void cancelsASuspendedOrder() {
        desk.enter();
        desk.at(2, () -> desk.broker.attempt(1).become(BrokerOrderStatus.SUSPENDED));
        desk.at(2, () -> apply(1));
        desk.until(60);

        assertThat(desk.texts("select state || ' ' || denial from orders where attempt = 1"))
                .containsExactly("CANCELED SUSPENDED_AT_BROKER");
        assertThat(desk.texts("select denial from dispatch_executions"))
                .containsExactly("LADDER_ENDED");
    }

    @Test
    @DisplayName("A-82: what is filled has no code, also after a doubt")
    void hasNoCodeForWhatIsFilled() {
        desk.broker.onSubmit(order -> {
            desk.broker.accept(order);
            desk.broker.attempt(1).fill(4, io.opspipeline.domain.money.Price.of("2.47"));
            return new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out"));
        });
        desk.enter();
        assertThat(desk.texts("select denial from orders")).containsExactly("NO_ANSWER");
        desk.until(60);

        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
        assertThat(desk.texts("select denial from orders")).containsExactly("null");
        assertThat(desk.texts("select denial from dispatch_executions")).containsExactly("null");
    }

    static Stream<DenialCode> codes() {
        return CASES.keySet().stream();
    }

    private static Map<DenialCode, Consumer<EntryDesk>> cases() {
        Map<DenialCode, Consumer<EntryDesk>> cases = new EnumMap<>(DenialCode.class);
        cases.put(
                DenialCode.SIGNAL_EXPIRED,
                desk -> {
                    desk.signal(NVDA, Action.BUY_CALL);
                    desk.until(300);
                    new EntryProcess(desk).run(LARGE);
                });
        cases.put(
                DenialCode.SIGNAL_SUPERSEDED,
                desk -> {
                    desk.signal(NVDA, Action.BUY_CALL);
                    desk.until(60);
                    desk.signal(NVDA, Action.BUY_CALL);
                    desk.beat(LARGE);
                    new EntryProcess(desk).run(LARGE);
                });
        cases.put(
                DenialCode.NO_EXPIRY,
                desk -> {
                    Ticker unlisted = Ticker.of("AMD");
                    desk.board.stock(unlisted, "99.98", "100.02");
                    desk.signal(unlisted, Action.BUY_CALL);
                    new EntryProcess(desk).run(LARGE);
                });
        cases.put(
                DenialCode.NO_CONTRACT,
                desk -> {
                    desk.board.drop(CALL);
                    desk.enter();
                });
        cases.put(
                DenialCode.SIZE_ZERO,
                desk -> {
                    desk.register(DeskAccounts.hybrid("large"), "121000");
                    desk.board.stock(NVDA, "2000.50", "2001.00");
                    desk.signal(NVDA, Action.BUY_STOCK);
                    new EntryProcess(desk).run(LARGE);
                });
        cases.put(
                DenialCode.ENTRIES_STOPPED,
                desk -> {
                    desk.enter();
                    desk.at(2, () -> desk.change(TradingState.HALTED));
                    desk.until(60);
                });
        cases.put(
                DenialCode.NO_USABLE_QUOTE,
                desk -> {
                    desk.enter();
                    desk.at(4, () -> desk.board.drop(CALL));
                    desk.until(60);
                });
        cases.put(
                DenialCode.ABOVE_PLAN_CEILING,
                desk -> {
                    desk.enter();
                    desk.at(4, () -> desk.board.contract(CALL, "2.56", "2.62"));
                    desk.until(60);
                });
        cases.put(
                DenialCode.LADDER_ENDED,
                desk -> {
                    desk.enter();
                    desk.until(60);
                });
        cases.put(
                DenialCode.WOUND_UP,
                desk -> {
                    desk.enter().die();
                    desk.until(30);
                    new EntryProcess(desk).run(LARGE);
                    desk.until(60);
                });
        cases.put(
                DenialCode.UNANSWERED_INTENT,
                desk -> {
                    desk.broker.onSubmit(_ ->
                            new SubmitResult.RateLimited(
                                    DenialCode.RATE_LIMITED, TEN.plusSeconds(3)));
                    desk.enter().die();
                    desk.until(30);
                    new EntryProcess(desk).run(LARGE);
                    desk.until(60);
                });
        cases.put(
                DenialCode.SUBMIT_LOST,
                desk -> {
                    desk.broker.onSubmit(
                            _ -> new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out")));
                    desk.enter();
                    desk.until(60);
                });
        return cases;
    }

    private void apply(int attempt) {
        desk.orders.apply(
                LARGE,
                desk.broker
                        .attempt(attempt)
                        .update(
                                io.opspipeline.domain.order.OrderUpdate.Source.STREAM,
                                desk.time.instant()));
    }
}
