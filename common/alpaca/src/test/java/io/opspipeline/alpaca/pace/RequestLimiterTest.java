package io.opspipeline.alpaca.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.Seeds;
import io.opspipeline.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestLimiterTest {

    private static final Instant RESET = Instant.parse("2026-01-05T15:01:00Z");

    private final SettableClock clock = SettableClock.at("2026-01-05T15:00:00Z");
    private final RequestLimiter limiter = new RequestLimiter(200, clock);

    @Test
    @DisplayName("A-38: no more than the limit goes out in any minute")
    void keepsToTheLimitInAnyMinute() {
        int sent = 0;
        for (int second = 0; second < 60; second++) {
            while (limiter.tryOrder().isZero()) {
                sent++;
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(sent).isBetween(190, 200);
    }

    @Test
    void letsReadsWaitAndOrdersPass() {
        long free = IntStream.range(0, 60).filter(_ -> limiter.reserveRead().isZero()).count();
        assertThat(free).isEqualTo(38);
        assertThat(new RequestLimiter(200, clock).tryOrder()).isZero();
    }

    @Test
    void keepsTheLastPlacesForOrders() {
        IntStream.range(0, 38).forEach(_ -> limiter.reserveRead());
        long orders = IntStream.range(0, 20).filter(_ -> limiter.tryOrder().isZero()).count();
        assertThat(orders).isEqualTo(12);
    }

    @Test
    @DisplayName("Invariant 3: however many reads wait, an order goes out while places are free")
    void letsOrdersPassWaitingReads() {
        IntStream.range(0, 500).forEach(_ -> limiter.reserveRead());
        long orders = IntStream.range(0, 20).filter(_ -> limiter.tryOrder().isZero()).count();
        assertThat(orders).isEqualTo(12);
    }

    @Test
    @DisplayName(
            "Invariant 3: while reads wait without end, orders get a quarter of what comes back")
    void givesOrdersAShareOfWhatComesBack() {
        Street street = new Street(80);
        street.readAll(1_000);
        while (street.order()) {}
        for (int minute = 1; minute <= 5; minute++) {
            int before = street.orders();
            street.pass(Duration.ofMinutes(1), street::order);
            assertThat(street.orders() - before).isGreaterThanOrEqualTo(14);
        }
    }

    @Test
    @DisplayName(
            "A-38, invariants 2 and 3: in any traffic the limit is kept, and no read that waits holds an order back")
    void keepsTheLimitAndTheOrdersShare() {
        Seeds.check(300, RequestLimiterTest::live);
    }

    private static void live(RandomGenerator random) {
        int perMinute = 4 + random.nextInt(300);
        Street street = new Street(perMinute);
        for (int i = 0; i < 400; i++) {
            switch (random.nextInt(4)) {
                case 0 -> street.readAll(random.nextInt(1 + perMinute / 8));
                case 1, 2 -> street.order();
                default -> street.pass(Duration.ofMillis(random.nextInt(3_000)), () -> false);
            }
        }
        assertThat(street.mostInAMinute()).isLessThanOrEqualTo(perMinute);
    }

    @Test
    @DisplayName("RECONNECT-STORM-429: what another process used up counts here as well")
    void listensToTheHeaders() {
        limiter.heard(new Allowance(OptionalInt.of(200), OptionalInt.of(5), Optional.of(RESET)));
        assertThat(limiter.reserveRead()).isEqualTo(Duration.ofMinutes(1));
        assertThat(limiter.tryOrder()).isZero();

        limiter.heard(new Allowance(OptionalInt.of(200), OptionalInt.of(0), Optional.of(RESET)));
        assertThat(limiter.tryOrder()).isEqualTo(Duration.ofMinutes(1));
        clock.set(RESET);
        assertThat(limiter.tryOrder()).isZero();
    }

    @Test
    void isNotSilencedByAResetFarAway() {
        Allowance wrong =
                new Allowance(
                        OptionalInt.empty(),
                        OptionalInt.of(0),
                        Optional.of(RESET.plus(Duration.ofDays(1))));
        assertThat(limiter.exceeded(wrong)).isEqualTo(clock.instant().plusSeconds(120));
    }

    @Test
    void waitsABitAfterARefusalThatTellsNoReset() {
        assertThat(limiter.exceeded(Allowance.UNTOLD)).isEqualTo(clock.instant().plusSeconds(5));
    }

    @Test
    @DisplayName("A-33: Retry-After goes before the reset of the count, and is bounded")
    void staysAwayAsLongAsItIsTold() {
        assertThat(limiter.exceeded(retryAfter("7"))).isEqualTo(clock.instant().plusSeconds(7));
        assertThat(limiter.tryOrder()).isEqualTo(Duration.ofSeconds(7));
        assertThat(limiter.reserveRead()).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
        assertThat(limiter.exceeded(retryAfter("86400")))
                .isEqualTo(clock.instant().plusSeconds(120));
    }

    @Test
    void readsHeadersThatAreNoNumbersAsNotTold() {
        assertThat(Allowance.read(_ -> Optional.of("soon"))).isEqualTo(Allowance.UNTOLD);
    }

    private Allowance retryAfter(String seconds) {
        return Allowance.read(name ->
                switch (name) {
                    case "Retry-After" -> Optional.of(seconds);
                    case "X-RateLimit-Reset" ->
                            Optional.of("" + clock.instant().plusSeconds(60).getEpochSecond());
                    default -> Optional.empty();
                });
    }

    @Test
    @DisplayName("A-33: back-off doubles and strays, each in its own way")
    void pausesGrowAndStray() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), 0.2, 7);
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(n -> backoff.after("x", n)))
                .allSatisfy(pause ->
                        assertThat(pause)
                                .isBetween(Duration.ofMillis(800), Duration.ofMillis(9_600)))
                .last()
                .satisfies(pause -> assertThat(pause).isGreaterThan(Duration.ofMillis(6_400)));
        assertThat(backoff.after("x", 3)).isEqualTo(backoff.after("x", 3));
        assertThat(backoff.after("x", 3)).isNotEqualTo(backoff.after("y", 3));
    }
}
