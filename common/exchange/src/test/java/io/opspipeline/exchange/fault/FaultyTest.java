package io.opspipeline.exchange.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.Faults.AnswerFault;
import io.opspipeline.exchange.venue.Faults.Request;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultyTest {

    private static final Instant START = Instant.parse("2026-11-19T14:40:00Z");
    private static final AccountId ACCOUNT = new AccountId("alpha");
    private static final String ORDERS = "/v2/orders";
    private static final String CHAIN = "/v1beta1/options/snapshots/ALFA";

    @Test
    @DisplayName("several faults at once are asked about everything that one is asked about")
    void asksAboutEverything() {
        assertThat(Faults.class.getMethods())
                .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
                .isNotEmpty()
                .allSatisfy(asked ->
                        assertThat(Arrays.stream(Faulty.class.getDeclaredMethods()))
                                .anyMatch(answered -> isSame(asked, answered)));
    }

    @Test
    @DisplayName("a fault is met when it changes something, not when it is asked")
    void knowsWhatItChanged() {
        Faulty faulty =
                Faulty.of(
                        List.of(
                                RequestFaults.body(ORDERS, (_, body) -> body.replace('a', 'b')),
                                RequestFaults.answer(Request.SUBMIT, 2, AnswerFault.CUT)),
                        START);

        faulty.onBody(ACCOUNT, ORDERS, "c");
        faulty.onBody(ACCOUNT, "/v2/positions", "a");
        faulty.onAnswer(ACCOUNT, Request.SUBMIT, START);
        assertThat(faulty.neverMet())
                .containsExactly(
                        "fault #1, the body of /v2/orders is another",
                        "fault #2, the answer to SUBMIT #2 is CUT");

        assertThat(faulty.onBody(ACCOUNT, ORDERS, "a")).isEqualTo("b");
        assertThat(faulty.onAnswer(ACCOUNT, Request.SUBMIT, START)).isEqualTo(AnswerFault.CUT);
        assertThat(faulty.neverMet()).isEmpty();
    }

    @Test
    @DisplayName("a fault is not met while one before it is heard in its place")
    void isNotMetBehindAnother() {
        Faulty faulty =
                Faulty.of(
                        List.of(
                                RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.CUT),
                                RequestFaults.answer(Request.SUBMIT, 1, AnswerFault.LOST)),
                        START);

        assertThat(faulty.onAnswer(ACCOUNT, Request.SUBMIT, START)).isEqualTo(AnswerFault.CUT);

        assertThat(faulty.neverMet()).containsExactly("fault #2, the answer to SUBMIT #1 is LOST");
    }

    @Test
    @DisplayName("short pages are met when a page names a next one")
    void meetsShortPages() {
        Faulty faulty = Faulty.of(List.of(RequestFaults.largestPage(1)), START);

        faulty.onBody(ACCOUNT, CHAIN, "{\"next_page_token\":null}");
        assertThat(faulty.neverMet()).hasSize(1);
        faulty.onBody(ACCOUNT, CHAIN, "{\"next_page_token\":\"x\"}");
        assertThat(faulty.neverMet()).isEmpty();
    }

    private static boolean isSame(Method asked, Method answered) {
        return answered.getName().equals(asked.getName())
                && Arrays.equals(answered.getParameterTypes(), asked.getParameterTypes());
    }
}
