package io.opspipeline.tradestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.ports.broker.TradingStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccountStreamsTest {

    private static final Account LARGE = Line.registered(new AccountId("large"));
    private static final Account TINY = Line.registered(new AccountId("tiny"));
    private static final long PATIENCE_SECONDS = 30;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private boolean refuses;

    @Test
    @DisplayName("A-105: a stream that hangs while it opens keeps that of no other account waiting")
    void opensOneWhileTheOtherHangs() throws Exception {
        try (var streams = streams(this::opened)) {
            var hanging = CompletableFuture.supplyAsync(() -> streams.openOrFind(LARGE));
            assertThat(asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

            assertThat(streams.openOrFind(TINY)).isEmpty();
            assertThat(streams.openOrFind(TINY)).isPresent();
            assertThat(hanging).isNotDone();
            answer.countDown();
            assertThat(hanging.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(events)
                .containsExactlyInAnyOrder("open tiny", "open large", "close large", "close tiny");
    }

    @Test
    @DisplayName("A-109: who loses the lease closes that account's stream, and may open it again")
    void closesTheStreamOfOneAccount() {
        answer.countDown();
        try (var streams = streams(this::opened)) {
            streams.openOrFind(LARGE);
            streams.openOrFind(TINY);
            streams.close(LARGE.id());
            streams.close(LARGE.id());
            assertThat(streams.openOrFind(LARGE)).isEmpty();
            assertThat(events)
                    .containsExactly("open large", "open tiny", "close large", "open large");
        }
    }

    @Test
    void opensAgainWhatCouldNotBeOpened() {
        answer.countDown();
        refuses = true;
        try (var streams = streams(this::opened)) {
            assertThatThrownBy(() -> streams.openOrFind(LARGE)).hasMessage("no credentials");
            refuses = false;
            assertThat(streams.openOrFind(LARGE)).isEmpty();
        }
    }

    private TradingStream.Connection opened(AccountId account, TradingStream.Listener listener) {
        if (refuses) {
            throw new IllegalArgumentException("no credentials");
        }
        if (account.equals(LARGE.id())) {
            asked.countDown();
            await();
        }
        events.add("open " + account);
        return () -> events.add("close " + account);
    }

    private void await() {
        try {
            assertThat(answer.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AccountStreams streams(TradingStream broker) {
        var line = new Line();
        return new AccountStreams(account -> line.watch(account.id(), broker));
    }
}
