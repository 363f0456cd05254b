package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateCode;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// The plan gates (trading rules, section 8), evaluated once a contract is chosen and sized.
public final class PlanGateRule {

    private final EntryLimits limits;

    /// @param limits the figures to hold entries against
    public PlanGateRule(EntryLimits limits) {
        this.limits = limits;
    }

    /// Everything the plan gates read.
    ///
    /// @param account the account
    /// @param plan what is to be bought
    /// @param asOf the time of the decision, UTC
    /// @param earliestForcedExit when the exits would close it whatever its price
    /// @param roundTripFees fees of buying and selling the whole plan
    /// @param usage what this account's limits count
    /// @param broker the account as the broker sees it; empty blocks
    public record PlanInputs(
            Account account,
            EntryPlan plan,
            Instant asOf,
            Instant earliestForcedExit,
            Money roundTripFees,
            LimitUsage usage,
            Optional<BrokerAccount> broker) {

        /// The same inputs with usage read again.
        public PlanInputs withUsage(LimitUsage fresh) {
            return new PlanInputs(
                    account, plan, asOf, earliestForcedExit, roundTripFees, fresh, broker);
        }
    }

    /// One verdict per plan gate, in table order.
    public List<GateVerdict> judge(PlanInputs inputs) {
        return planGates().map(gate -> safely(gate, inputs)).toList();
    }

    /// The verdicts when there is no plan to judge.
    public static List<GateVerdict> notReached() {
        return planGates().map(GateVerdict::notReached).toList();
    }

    /// What a round trip costs as a share of the plan price: the spread and all fees.
    public static BigDecimal roundTripShare(EntryPlan plan, Money roundTripFees) {
        Money spread =
                plan.instrument()
                        .value(plan.price(), plan.quantity())
                        .minus(plan.instrument().value(plan.bid(), plan.quantity()));
        return spread.plus(roundTripFees)
                .amount()
                .divide(plan.cost().amount(), MathContext.DECIMAL64);
    }

    private static java.util.stream.Stream<GateCode> planGates() {
        return EnumSet.allOf(GateCode.class).stream()
                .filter(gate -> gate.phase() == GateCode.Phase.PLAN);
    }

    private GateVerdict safely(GateCode gate, PlanInputs inputs) {
        try {
            return verdict(gate, inputs);
        } catch (RuntimeException broken) {
            return GateVerdict.missing(gate, "a computable input (" + broken.getMessage() + ")");
        }
    }

    private GateVerdict verdict(GateCode gate, PlanInputs in) {
        return switch (gate) {
            case EXIT_ROOM -> exitRoom(in);
            case COST -> cost(in);
            case MAX_EXPOSURE -> maxExposure(in);
            case RISK_BUDGET -> riskBudget(in);
            case BUYING_POWER -> buyingPower(in);
            case ENTRY_WINDOW,
                    TRADING_STATE,
                    STREAM_READY,
                    SIGNAL_FRESH,
                    CONFIDENCE,
                    ACTION_ALLOWED,
                    DAILY_LOSS,
                    MAX_POSITIONS,
                    TICKER_COOLDOWN,
                    TICKER_DAILY,
                    ACCOUNT_DAILY,
                    PACE,
                    DUPLICATE_POSITION,
                    CLUSTER,
                    ACCOUNT_STATUS ->
                    throw new IllegalArgumentException(gate + " is not a plan gate");
        };
    }

    private GateVerdict exitRoom(PlanInputs in) {
        Duration room = Duration.between(in.asOf(), in.earliestForcedExit());
        return GateVerdict.of(
                GateCode.EXIT_ROOM,
                room.compareTo(limits.exitRoom()) >= 0,
                room.toMinutes() + " min",
                ">= " + limits.exitRoom().toMinutes() + " min");
    }

    private GateVerdict cost(PlanInputs in) {
        BigDecimal most =
                in.account().strategy() == Strategy.SWING ? limits.costSwing() : limits.costDay();
        BigDecimal share = roundTripShare(in.plan(), in.roundTripFees());
        return GateVerdict.of(
                GateCode.COST, share.compareTo(most) <= 0, percent(share), "<= " + percent(most));
    }

    private static GateVerdict maxExposure(PlanInputs in) {
        Money after = in.usage().exposure().plus(in.plan().cost());
        Money most = in.account().limits().maxExposure();
        return GateVerdict.of(GateCode.MAX_EXPOSURE, !after.exceeds(most), after, "<= " + most);
    }

    private GateVerdict riskBudget(PlanInputs in) {
        Money counted = RiskBudget.counted(in.usage(), in.plan().cost(), limits.riskBudgetShare());
        Money most = in.account().limits().dailyLoss();
        return GateVerdict.of(GateCode.RISK_BUDGET, !counted.exceeds(most), counted, "<= " + most);
    }

    private static GateVerdict buyingPower(PlanInputs in) {
        return in.broker()
                .map(broker ->
                        GateVerdict.of(
                                GateCode.BUYING_POWER,
                                !in.plan().cost().exceeds(broker.optionsBuyingPower()),
                                in.plan().cost(),
                                "<= " + broker.optionsBuyingPower()))
                .orElseGet(
                        () -> GateVerdict.missing(GateCode.BUYING_POWER, "the broker's account"));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.HALF_UP) + " %";
    }
}
