package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TwoOwnersTest {

    private static final String OTHER = "MSFT261218C00400000";
    private static final long PATIENCE_SECONDS = 30;

    private final Desk desk = Desk.atNoon();

    @Test
    @DisplayName("fault TWO-INSTANCES-ACTIVE: who lost the account sells no more; the next goes on")
    void sellsNothingMoreAfterLosingTheAccount() {
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(6);
        assertThat(desk.quotes.isOpen()).isTrue();
        desk.desks.letGo(MemoryAccounts.LARGE.id());
        desk.pass(60);
        assertThat(desk.broker.journal).containsExactly("5 sell 2 at 1.40");
        assertThat(desk.quotes.isOpen()).isFalse();

        Desk next = desk.restarted();
        next.broker.fills = _ -> true;
        next.run(10);
        assertThat(next.broker.journal).contains("66 cancel").hasSize(3);
        assertThat(next.book.held).isEmpty();
    }

    @Test
    @DisplayName("A-109: a look under way when the account is lost takes up its quotes no more")
    void takesUpNoQuotesOfALostAccount() {
        desk.book.beforeHeld = () -> desk.desks.letGo(MemoryAccounts.LARGE.id());
        desk.holding(Desk.CALL, 2).quoting("2.00", "2.08").run(1);

        assertThat(desk.quotes.subscriptions).isEmpty();
        assertThat(desk.quotes.isOpen()).isFalse();
    }

    @Test
    @DisplayName("fault TWO-INSTANCES-ACTIVE: a run that comes after its lease makes no desk")
    void evaluatesNothingThatWasLetGo() {
        desk.desks.take(MemoryAccounts.LARGE.id());
        desk.desks.letGo(MemoryAccounts.LARGE.id());
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48");

        assertThat(desk.desks.evaluate(MemoryAccounts.LARGE)).isZero();
        desk.pass(60);
        assertThat(desk.broker.journal).isEmpty();
        assertThat(desk.beats).isEmpty();
        assertThat(desk.quotes.isOpen()).isFalse();
    }

    @Test
    @DisplayName("A-109: who gets the account back evaluates again")
    void evaluatesAgainWhenItComesBack() {
        desk.holding(Desk.CALL, 2).quoting("2.00", "2.08").run(6);
        desk.desks.letGo(MemoryAccounts.LARGE.id());
        desk.pass(60);

        desk.quoting("1.40", "1.48").run(6);
        assertThat(desk.broker.journal).containsExactly("71 sell 2 at 1.40");
    }

    @Test
    @DisplayName("A-105: while the look of one account hangs, the other is evaluated")
    void evaluatesOneWhileTheOtherHangs() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        desk.holding(Desk.CALL, 2).quoting("2.00", "2.08");
        desk.book.hold(Desk.position(2, MemoryAccounts.TINY, OTHER, 1));
        desk.desks.take(MemoryAccounts.LARGE.id());
        desk.desks.take(MemoryAccounts.TINY.id());
        desk.market.beforeQuotes =
                contracts -> {
                    if (contracts.toString().contains("NVDA")) {
                        asked.countDown();
                        await(answer);
                    }
                };
        var hanging =
                CompletableFuture.supplyAsync(() -> desk.desks.evaluate(MemoryAccounts.LARGE));
        await(asked);

        assertThat(desk.desks.evaluate(MemoryAccounts.TINY)).isEqualTo(1);
        desk.desks.letGo(MemoryAccounts.LARGE.id());

        assertThat(hanging).isNotDone();
        answer.countDown();
        assertThat(hanging.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
