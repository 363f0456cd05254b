package io.opspipeline.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.Side;
import io.opspipeline.testkit.Seeds;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    private static final int CASES = 200;
    private static final List<AccountId> ACCOUNTS = List.of(Trader.ACCOUNT, Trader.OTHER);

    @Test
    @DisplayName("A-127: one account's day does not depend on how threads and accounts interleave")
    void interleavingChangesNothing() {
        Seeds.check(
                CASES,
                random -> {
                    long seed = random.nextLong();
                    assertThat(together(seed)).isEqualTo(oneAfterTheOther(seed));
                });
    }

    @Test
    @DisplayName("A-57: of 100 threads with one client order id exactly one gets an order")
    void oneOrderPerClientOrderId() {
        Trader trader =
                Trader.on(new BoardMarket().quote(BoardMarket.CALL, 0, "2.00", "2.10", 500));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SubmitAnswer>> running =
                    IntStream.range(0, 100)
                            .mapToObj(_ -> threads.submit(() -> trader.send(theOrder())))
                            .toList();
            List<SubmitAnswer> answers = running.stream().map(DeterminismTest::await).toList();
            assertThat(answers).filteredOn(SubmitAnswer.Accepted.class::isInstance).hasSize(1);
        }
        assertThat(trader.told()).containsExactly("new a", "fill a 1@2.10=1");
    }

    private static Books together(long seed) {
        Venue venue = venue(seed);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int step = 1; step < RandomDay.STEPS; step++) {
                int current = step;
                venue.advanceTo(BoardMarket.second(5L * step));
                List<? extends Future<?>> running =
                        ACCOUNTS.stream()
                                .map(account ->
                                        threads.submit(() -> act(venue, account, seed, current)))
                                .toList();
                running.forEach(DeterminismTest::await);
            }
        }
        return venue.books();
    }

    private static Books oneAfterTheOther(long seed) {
        Venue venue = venue(seed);
        for (int step = 1; step < RandomDay.STEPS; step++) {
            venue.advanceTo(BoardMarket.second(5L * step));
            for (AccountId account : ACCOUNTS.reversed()) {
                act(venue, account, seed, step);
            }
        }
        return venue.books();
    }

    private static void act(Venue venue, AccountId account, long seed, int step) {
        Random random = new Random(seed + 31L * step + account.hashCode());
        for (int i = 0; i < 3; i++) {
            RandomDay.act(venue, account, 3 * step + i, random);
        }
    }

    private static Venue venue(long seed) {
        return new Venue(
                RandomDay.market(new Random(seed)),
                RandomDay.settings(),
                Faults.none(),
                ACCOUNTS.stream().map(id -> Trader.opening(id, "10000", 2)).toList(),
                BoardMarket.second(1));
    }

    private static OrderSubmission theOrder() {
        return Trader.limit("a", Side.BUY, BoardMarket.CALL, "1", "2.10");
    }

    private static <T> T await(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
