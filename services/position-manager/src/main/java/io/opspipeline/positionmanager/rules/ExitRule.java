package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.domain.position.Position;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// The one evaluator of exits: of all that fire, the first of the table wins (trading rules,
/// section 9).
public final class ExitRule {

    private final ForcedExits forced;
    private final PriceExits prices;

    /// @param limits the figures
    /// @param forced the exits by time, the same that the dispatcher asks
    public ExitRule(ExitLimits limits, ForcedExits forced) {
        this.forced = forced;
        prices = new PriceExits(limits);
    }

    /// The exit that fires; empty when none does, out of session, and once the contract has
    /// expired.
    public Optional<Exit> decide(ExitInputs in) {
        if (!in.session().contains(in.asOf()) || hasExpired(in)) {
            return Optional.empty();
        }
        for (ExitReason rule : ExitReason.values()) {
            Optional<String> fired = figures(rule, in);
            if (fired.isPresent()) {
                int quantity = quantityToSell(rule, in.held().position().quantity());
                return Optional.of(new Exit(rule, quantity, fired.get()));
            }
        }
        return Optional.empty();
    }

    /// What a rule sells: half for PARTIAL, at least 1, else all.
    public static int quantityToSell(ExitReason rule, int held) {
        return rule == ExitReason.PARTIAL ? Math.max(1, held / 2) : held;
    }

    private Optional<String> figures(ExitReason rule, ExitInputs in) {
        return switch (rule) {
            case KILL_SWITCH -> when(in.flattening().byOperator(), "operator flatten");
            case DAILY_LOSS -> when(in.flattening().byDailyLoss(), "daily loss limit reached");
            case EXPIRY -> forced.expiry(strategyOf(in), instrument(in)).flatMap(due(in));
            case END_OF_DAY -> forced.endOfDay(strategyOf(in), openedAt(in)).flatMap(due(in));
            case MAX_HOLD ->
                    Optional.of(forced.maxHold(strategyOf(in), openedAt(in))).flatMap(due(in));
            case STOP_LOSS -> prices.stopLoss(in);
            case UNDERLYING_STOP -> prices.underlyingStop(in);
            case TAKE_PROFIT -> prices.takeProfit(in);
            case UNDERLYING_TARGET -> prices.underlyingTarget(in);
            case TRAILING_STOP -> prices.trailingStop(in);
            case PARTIAL -> prices.partial(in);
        };
    }

    private boolean hasExpired(ExitInputs in) {
        return switch (instrument(in)) {
            case Instrument.Option option ->
                    !in.asOf().isBefore(forced.expirySession(option).close());
            case Instrument.Stock _ -> false;
        };
    }

    private static Function<Instant, Optional<String>> due(ExitInputs in) {
        return trigger -> when(!in.asOf().isBefore(trigger), "due since " + trigger);
    }

    private static Optional<String> when(boolean fires, String detail) {
        return fires ? Optional.of(detail) : Optional.empty();
    }

    private static Strategy strategyOf(ExitInputs in) {
        return position(in).strategy();
    }

    private static Instrument instrument(ExitInputs in) {
        return position(in).instrument();
    }

    private static Instant openedAt(ExitInputs in) {
        return position(in).openedAt();
    }

    private static Position position(ExitInputs in) {
        return in.held().position();
    }
}
