package io.opspipeline.reliability.simulation;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.local.day.LocalAccount;
import io.opspipeline.persistence.account.OperatorControl;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.reliability.world.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// A person who halts and flattens accounts at random, resumes them as `ops-cli resume` does, and
/// in the last minutes of some hours gives an account the daily loss limit of an ordinary day: what
/// it has lost by then may be more.
final class SeededOperator {

    private static final String HALT = "simulated";
    private static final String FLATTEN = TradingStatus.FLATTEN + " simulated";

    private final World world;
    private final Draws draws;
    private final BooleanSupplier hasSeenEnough;
    private final OperatorControl control;
    private final Set<AccountId> stopped = new HashSet<>();
    private final Set<AccountId> lowered = new HashSet<>();

    /// @param hasSeenEnough true once an account may stand still for the rest of the hour
    SeededOperator(World world, Draws draws, BooleanSupplier hasSeenEnough) {
        this.world = world;
        this.draws = draws;
        this.hasSeenEnough = hasSeenEnough;
        control = new OperatorControl(Database.over(world.database().pool()));
    }

    /// What the person does in a step.
    void act(Instant now) {
        for (LocalAccount account : SimulatedAccounts.ALL) {
            AccountId id = account.id();
            if (stopped.contains(id)) {
                if (draws.hits("resumed", 0.02)) {
                    resume(id, now);
                }
            } else if (draws.hits("halted", 0.001)) {
                stop(id, HALT);
            } else if (draws.hits("flattened", 0.0003)) {
                stop(id, FLATTEN);
            }
            if (hasSeenEnough.getAsBoolean()
                    && !lowered.contains(id)
                    && draws.hits("limit lowered", 0.01)) {
                lowered.add(id);
                world.limit(id, ordinary(id).registered().limits().dailyLoss());
            }
        }
    }

    /// Resumes what the person has stopped; what the system has stopped goes on by itself.
    void resumeAll(Instant now) {
        List.copyOf(stopped).forEach(account -> resume(account, now));
    }

    /// Accounts that trade no more, and do not say until when.
    List<String> stuck(Instant now) {
        return SimulatedAccounts.ALL.stream()
                .map(LocalAccount::id)
                .filter(account -> isStuck(world.status(account), now))
                .map(account ->
                        "an account is active again, or says until when not: %s %s"
                                .formatted(account, world.status(account)))
                .toList();
    }

    /// How many accounts have reached their daily loss limit.
    long lost() {
        return SimulatedAccounts.ALL.stream()
                .filter(account ->
                        control.pauseOf(
                                        account.id(),
                                        TradingStatus.DAILY_LOSS,
                                        world.time().instant())
                                .isPresent())
                .count();
    }

    private static boolean isStuck(TradingStatus status, Instant now) {
        return status.state() != TradingState.ACTIVE
                && !status.reason().startsWith("DRAWDOWN")
                && status.until().filter(now::isBefore).isEmpty();
    }

    private void stop(AccountId account, String reason) {
        stopped.add(account);
        world.change(account, new TradingStatus(TradingState.HALTED, reason, Optional.empty()));
    }

    private void resume(AccountId account, Instant now) {
        stopped.remove(account);
        String reason = world.status(account).reason();
        if (reason.equals(HALT) || reason.equals(FLATTEN)) {
            world.change(
                    account,
                    control.pauseOf(account, TradingStatus.DAILY_LOSS, now)
                            .orElse(
                                    new TradingStatus(
                                            TradingState.ACTIVE, HALT, Optional.empty())));
        }
    }

    private static LocalAccount ordinary(AccountId id) {
        return LocalAccount.ALL.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
