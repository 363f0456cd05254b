package io.opspipeline.reliability.scenario;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.reliability.world.Crashes;
import io.opspipeline.reliability.world.Role;
import io.opspipeline.reliability.world.Signals;
import io.opspipeline.reliability.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What can happen in a scenario.
final class Acts {

    private Acts() {}

    /// A good signal of the bar that closed last.
    static Act signal(Ticker ticker, Action action) {
        return world -> world.signal(Signals.good(ticker, action, world.time().instant()));
    }

    /// The contract is quoted anew.
    static Act quote(OccSymbol contract, String bid, String ask) {
        return world -> world.market().quote(contract, now(world), bid, ask);
    }

    /// The contract is quoted anew, with sizes.
    static Act quote(OccSymbol contract, String bid, int bidSize, String ask, int askSize) {
        return world ->
                world.market()
                        .quote(
                                contract,
                                now(world),
                                new BigDecimal(bid),
                                new BigDecimal(ask),
                                bidSize,
                                askSize);
    }

    /// The contract's quote is shown on, and ages.
    static Act freeze(OccSymbol contract) {
        return world -> world.market().freeze(contract, now(world));
    }

    /// The instrument is not quoted any more.
    static Act silence(String symbol) {
        return world -> world.market().silence(symbol, now(world));
    }

    /// The tape says that trading in the stock is halted.
    static Act halt(Ticker ticker) {
        return world -> world.tell(new TradingHalt(ticker, true, "volatility pause", now(world)));
    }

    /// The tape says that the stock trades again.
    static Act resumeTrading(Ticker ticker) {
        return world ->
                world.tell(new TradingHalt(ticker, false, "trading resumption", now(world)));
    }

    /// The stock is quoted anew, two cents around a price.
    static Act price(Ticker ticker, String price) {
        BigDecimal mid = new BigDecimal(price);
        BigDecimal half = new BigDecimal("0.02");
        return world -> world.market().price(ticker, now(world), mid.subtract(half), mid.add(half));
    }

    /// A process dies where it stands.
    static Act kill(Role role) {
        return world -> {
            requireRunning(world, role);
            world.kill(role);
        };
    }

    /// A process is started.
    static Act start(Role role) {
        return world -> world.start(role, Crashes.NONE);
    }

    /// A process is started that dies at its n-th boundary of a kind.
    ///
    /// @param moment such as `after submit`
    /// @param nth counted from 1
    static Act startDoomed(Role role, String moment, int nth) {
        return world -> world.start(role, new NthBoundary(moment, nth));
    }

    /// A process is started that once loses its connection to the database, at its n-th boundary of
    /// a kind.
    ///
    /// @param moment such as `before commit`
    /// @param nth counted from 1
    static Act startDisconnected(Role role, String moment, int nth) {
        return world -> world.start(role, new LostConnection(new NthBoundary(moment, nth)));
    }

    /// Of two processes of a service the older dies.
    static Act killOldest(Role role) {
        return world -> {
            world.killOldest(role);
            requireRunning(world, role);
        };
    }

    /// The database goes down, and every session with it.
    static Act loseDatabase() {
        return World::loseDatabase;
    }

    /// The database is back.
    static Act findDatabase() {
        return World::findDatabase;
    }

    /// The clock of all services is put ahead of the broker's; behind when negative.
    static Act skewOurs(Duration by) {
        return world -> world.skewProcesses(by);
    }

    /// The streams of order events are cut.
    static Act cutOrderStreams() {
        return World::cutOrderStreams;
    }

    /// The streams of quotes are cut.
    static Act cutQuoteStreams() {
        return World::cutQuoteStreams;
    }

    /// A person changes what an account may do.
    static Act change(AccountId account, TradingState state, String reason) {
        return world -> world.change(account, state, reason);
    }

    /// A person takes an account out of the system, or back into it.
    static Act enable(AccountId account, boolean enabled) {
        return world ->
                JdbcClient.create(world.database().pool())
                        .sql("update accounts set enabled = ? where account_id = ?")
                        .param(enabled)
                        .param(account.value())
                        .update();
    }

    /// Somebody trades at the broker, past the system.
    static Act outside(AccountId account, Side side, int contracts, OccSymbol contract) {
        return ByHand.trade(account, side, contracts, contract.toString());
    }

    private static void requireRunning(World world, Role role) {
        if (!world.runs(role)) {
            throw new IllegalStateException("no process of %s runs".formatted(role));
        }
    }

    private static Instant now(World world) {
        return world.time().instant();
    }
}
