package io.opspipeline.alpaca.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.FakeAlpaca;
import io.opspipeline.alpaca.FakeAlpaca.Answer;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.denial.Denier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DenialCodesTest {

    /// Codes that come without an answer: their cases stand below.
    private static final Set<DenialCode> UNANSWERED =
            EnumSet.of(
                    DenialCode.NO_ANSWER,
                    DenialCode.REQUEST_LIMIT,
                    DenialCode.KEYS_UNUSABLE,
                    DenialCode.BROKER_UNREACHABLE);

    private final FakeAlpaca alpaca = new FakeAlpaca();

    @AfterEach
    void close() {
        alpaca.close();
    }

    /// One line of the table.
    record Case(DenialCode code, Door door, int status, String brokerCode, String words) {

        static Case of(String line) {
            String[] parts = line.split("\\|", 5);
            return new Case(
                    DenialCode.valueOf(parts[0].strip()),
                    Door.valueOf(parts[1].strip()),
                    Integer.parseInt(parts[2].strip()),
                    parts[3].strip(),
                    parts[4].strip());
        }

        Answer answer() {
            String message = "\"message\":\"" + words.replace("\"", "\\\"") + "\"";
            String code = brokerCode.isEmpty() ? "" : "\"code\":" + brokerCode + ",";
            return Answer.of(status, "{" + code + message + "}");
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-82: each answer that denies something ends in its code, asked once")
    @MethodSource("cases")
    void readsEachAnswer(Case denied) {
        alpaca.on(
                "/v2/orders:by_client_order_id",
                Answer.of(404, "{'code':40410000,'message':'order not found'}"));
        try (Bench bench = bench(1_000)) {
            assertThat(denied.door().denial(alpaca, bench, denied.answer()).code())
                    .isEqualTo(denied.code());
            String method = alpaca.asked().getFirst().method();
            assertThat(alpaca.asked())
                    .filteredOn(asked -> asked.method().equals(method))
                    .as("sent once")
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("A-82: without an answer the code is NO_ANSWER, whatever was asked")
    void hasACodeForSilence() {
        for (Door door : Door.values()) {
            try (Bench bench = impatient()) {
                assertThat(door.denial(alpaca, bench, Answer.none()).code())
                        .isEqualTo(DenialCode.NO_ANSWER);
            }
        }
    }

    @Test
    @DisplayName("A-82: what our own limiter holds back is REQUEST_LIMIT, and was not sent")
    void hasACodeForOurOwnLimit() {
        Answer error = Answer.of(500, "{}");
        for (Door door : Door.values()) {
            try (Bench bench = bench(4)) {
                for (int i = 0; i < 4; i++) {
                    door.denial(alpaca, bench, error);
                }
                int before = alpaca.asked().size();
                assertThat(door.denial(alpaca, bench, error).code())
                        .isEqualTo(DenialCode.REQUEST_LIMIT);
                assertThat(alpaca.asked()).hasSize(before);
            }
        }
    }

    @Test
    @DisplayName("A-82: what has no keys to go out with is KEYS_UNUSABLE, and was not sent")
    void hasACodeForKeysThatCannotBeUsed() {
        for (Door door : Door.values()) {
            try (Bench bench = withoutKeys()) {
                assertThat(door.denial(alpaca, bench, Answer.of(500, "{}")).code())
                        .isEqualTo(DenialCode.KEYS_UNUSABLE);
            }
        }
        assertThat(alpaca.asked()).isEmpty();
    }

    @Test
    @DisplayName("A-82: without a connection the code is BROKER_UNREACHABLE")
    void hasACodeForAConnectionThatDoesNotComeAbout() {
        alpaca.close();
        for (Door door : Door.values()) {
            try (Bench bench = bench(1_000)) {
                assertThat(door.denial(alpaca, bench, Answer.none()).code())
                        .isEqualTo(DenialCode.BROKER_UNREACHABLE);
            }
        }
    }

    @Test
    @DisplayName(
            "A-82: every code of the broker, of the limit, of the way there and of doubt is provoked here")
    void provokesEveryCode() {
        Set<Denier> ours =
                EnumSet.of(Denier.BROKER, Denier.REQUEST_LIMIT, Denier.CONNECTION, Denier.NOBODY);
        Set<DenialCode> provoked =
                Stream.concat(cases().map(Case::code), UNANSWERED.stream())
                        .collect(Collectors.toSet());

        assertThat(provoked)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(DenialCode.values())
                                .filter(code -> ours.contains(code.denier()))
                                .toList());
    }

    @Test
    @DisplayName("A-82: words that nobody knows are told once a day, figures aside")
    void tellsUnknownWords() {
        try (Bench bench = bench(1_000)) {
            for (String figure : new String[] {"7", "8.5"}) {
                Door.SUBMIT.denial(
                        alpaca,
                        bench,
                        Answer.of(
                                403,
                                "{'code':40310000,'message':'margin class %s'}".formatted(figure)));
            }
            assertThat(bench.alerts)
                    .singleElement()
                    .asString()
                    .startsWith("WARNING alpaca-refusal:large:BROKER_REFUSED")
                    .endsWith(
                            "Alpaca refuses POST /v2/orders of account large as BROKER_REFUSED: 403: margin class 7");
        }
    }

    static Stream<Case> cases() {
        return lines().filter(line -> !line.startsWith("#")).map(Case::of);
    }

    private static Stream<String> lines() {
        try (InputStream table = DenialCodesTest.class.getResourceAsStream("answers.txt")) {
            return new String(
                            java.util.Objects.requireNonNull(table).readAllBytes(),
                            StandardCharsets.UTF_8)
                    .lines();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Bench bench(int perMinute) {
        return new Bench(alpaca.url(), perMinute, Duration.ofSeconds(30), Optional.empty());
    }

    private Bench withoutKeys() {
        return new Bench(
                alpaca.url(), 1_000, Duration.ofSeconds(30), Optional.empty(), new LostKeys());
    }

    private Bench impatient() {
        return new Bench(alpaca.url(), 1_000, Duration.ofMillis(400), Optional.empty());
    }
}
