package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.persistence.DatabaseAddress;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class TwoAccountsTest {

    private static final AccountId SECOND = new AccountId("second");
    private static final long PATIENCE_SECONDS = 30;

    private HikariDataSource single;
    private EntryDesk desk;

    @BeforeEach
    void open(TestDatabase database) {
        single =
                new DatabaseAddress(database.url(), database.user(), database.password())
                        .pool("dispatcher", 1);
        desk = new EntryDesk(single);
        desk.register(DeskAccounts.swing("second"), "121000");
    }

    @AfterEach
    void close() {
        single.close();
    }

    @Test
    @DisplayName(
            "A-105: an order that hangs keeps no other account waiting, nor the one connection there is")
    void hangsAlone() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        desk.broker.onSubmit(_ -> {
            asked.countDown();
            await(answer);
            return new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("no answer within 10 s"));
        });
        var process = new EntryProcess(desk);
        desk.signal(NVDA, Action.BUY_CALL);
        var first = CompletableFuture.supplyAsync(() -> process.run(LARGE));
        await(asked);

        assertThat(process.run(SECOND).items()).isEqualTo(1);

        assertThat(first).isNotDone();
        assertThat(desk.dispositions())
                .containsExactly("large NVDA INTENT 0/4: -", "second NVDA SUBMITTED 0/4: -");
        answer.countDown();
        assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS).items()).isEqualTo(1);
        assertThat(desk.dispositions().getFirst()).isEqualTo("large NVDA IN_DOUBT 0/4: -");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
