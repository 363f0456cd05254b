package io.opspipeline.local.doctor;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.market.BarStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Whether the streams take us in. A stream that a running service holds is left alone: of prices
/// the broker allows one connection.
///
/// @param accounts those that trade
/// @param broker asks the broker
/// @param run who holds the streams now
record StreamChecks(SortedSet<AccountId> accounts, BrokerAnswers broker, RunChecks run) {

    private static final Set<Ticker> SPY = Set.of(Ticker.of("SPY"));
    private static final String TAKEN_IN = "connected and authorised";
    private static final String SILENCE = "nothing was heard";

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (AccountId account : accounts) {
            checks.add(
                    Check.of(
                            "trading-stream",
                            account,
                            "check the network and the keys",
                            () -> trading(account)));
        }
        checks.add(Check.of("bar-stream", only(), this::bars));
        return checks;
    }

    private Finding trading(AccountId account) {
        Optional<String> held = run.holder("trade-stream");
        if (held.isPresent()) {
            return Finding.skipped(held.get() + " holds it, see heartbeats");
        }
        if (!broker.hasKeys(account)) {
            return Finding.skipped("no keys, see keys-present");
        }
        Ear ear = new Ear();
        try (var _ = broker.clients().tradingStream().open(account, ear)) {
            return ear.finding("check the network and the keys");
        }
    }

    private Finding bars() {
        Optional<String> held = run.holder("telemetry");
        if (held.isPresent()) {
            return Finding.skipped(held.get() + " holds it, see heartbeats");
        }
        Ear ear = new Ear();
        try (var _ = broker.clients().barStream().open(SPY, ear)) {
            return ear.finding(only());
        }
    }

    private static String only() {
        return "406: end the other client of these keys, the broker may keep its place for hours; else"
                + " see stock-feed and keys-accepted";
    }

    /// Hears whether a stream took us in, or why not.
    private static final class Ear implements TradingStream.Listener, BarStream.Listener {

        private final CompletableFuture<String> first = new CompletableFuture<>();

        @Override
        public void connected() {
            first.complete(TAKEN_IN);
        }

        @Override
        public void disconnected(String reason) {
            first.complete(reason);
        }

        @Override
        public void updated(OrderUpdate update) {}

        @Override
        public void bars(List<Bar> bars) {}

        @Override
        public void corrections(List<Bar> bars) {}

        @Override
        public void halts(List<TradingHalt> halts) {}

        // Whoever opens a stream may be back a moment before the listener is told.
        Finding finding(String cure) {
            String heard = first.completeOnTimeout(SILENCE, 5, TimeUnit.SECONDS).join();
            return heard.equals(TAKEN_IN) ? Finding.pass(heard) : Finding.fail(heard, cure);
        }
    }
}
