package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.market.ListedContract;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// Chooses the contract of an entry (trading rules, section 8, contract selection).
public final class ContractRule {

    private final ContractLimits limits;
    private final ContractJudge judge;

    /// @param limits the figures of the choice
    public ContractRule(ContractLimits limits) {
        this.limits = limits;
        this.judge = new ContractJudge(limits);
    }

    /// The contracts that pass every hard check and the least score, best first.
    public ContractChoice choose(ContractInputs inputs) {
        return switch (inputs.strategy()) {
            case SWING -> {
                ContractChoice far = chooseIn(inputs, limits.swingFar());
                if (far instanceof ContractChoice.Ranked) {
                    yield far;
                }
                yield eitherWay(far, chooseIn(inputs, limits.swingNear()));
            }
            case DAY -> chooseIn(inputs, limits.day());
        };
    }

    /// Swing candidates of both windows belong to the record, whichever window decided.
    private static ContractChoice eitherWay(ContractChoice far, ContractChoice near) {
        if (!(far instanceof ContractChoice.None none)) {
            return far;
        }
        List<ContractCandidate> all = new ArrayList<>(none.candidates());
        return switch (near) {
            case ContractChoice.Ranked ranked -> {
                all.addAll(ranked.candidates());
                yield new ContractChoice.Ranked(ranked.ranked(), List.copyOf(all));
            }
            case ContractChoice.None nothing -> {
                all.addAll(nothing.candidates());
                SkipCode code = all.isEmpty() ? SkipCode.NO_EXPIRY : SkipCode.NO_CONTRACT;
                yield new ContractChoice.None(code, List.copyOf(all));
            }
        };
    }

    private ContractChoice chooseIn(ContractInputs inputs, ContractLimits.Days days) {
        List<PricedContract> priced =
                inputs.listed().stream()
                        .filter(contract -> isEligible(contract, inputs, days))
                        .sorted(Comparator.comparing(ListedContract::symbol))
                        .map(contract -> PricedContract.of(contract, inputs, limits.rate()))
                        .toList();
        if (priced.isEmpty()) {
            return new ContractChoice.None(SkipCode.NO_EXPIRY, List.of());
        }
        OptionalDouble target = targetStrike(priced, inputs);
        List<PricedContract.Judged> judged =
                priced.stream().map(contract -> judge.judge(contract, target, inputs)).toList();
        List<ContractCandidate> candidates =
                judged.stream().map(PricedContract.Judged::candidate).toList();
        List<ContractCandidate> ranked =
                judged.stream()
                        .filter(PricedContract.Judged::passed)
                        .sorted(byPreference(inputs))
                        .map(PricedContract.Judged::candidate)
                        .toList();
        return ranked.isEmpty()
                ? new ContractChoice.None(SkipCode.NO_CONTRACT, candidates)
                : new ContractChoice.Ranked(ranked, candidates);
    }

    private boolean isEligible(
            ListedContract contract, ContractInputs inputs, ContractLimits.Days days) {
        long dte = ChronoUnit.DAYS.between(inputs.today(), contract.symbol().expiry());
        return contract.isStandard()
                && contract.tradable()
                && contract.symbol().right() == inputs.right()
                && days.contains(dte)
                && (inputs.strategy() == Strategy.SWING || isNearTheMoney(contract, inputs));
    }

    private boolean isNearTheMoney(ListedContract contract, ContractInputs inputs) {
        double strike = contract.symbol().strike().asDouble();
        double spot = inputs.spot().asDouble();
        double outOfMoney = (inputs.right() == Right.CALL ? strike - spot : spot - strike) / spot;
        return outOfMoney >= 0 && outOfMoney <= limits.dayOutOfMoney();
    }

    private OptionalDouble targetStrike(List<PricedContract> priced, ContractInputs inputs) {
        return switch (inputs.strategy()) {
            case SWING -> OptionalDouble.of(inputs.spot().asDouble());
            case DAY ->
                    priced.stream()
                            .filter(contract -> contract.delta().isPresent())
                            .min(
                                    Comparator.comparingDouble(this::distanceToDayDelta)
                                            .thenComparing(PricedContract::symbol))
                            .map(contract -> OptionalDouble.of(contract.strike()))
                            .orElseGet(OptionalDouble::empty);
        };
    }

    private double distanceToDayDelta(PricedContract contract) {
        return Math.abs(Math.abs(contract.delta().orElseThrow()) - limits.dayDelta());
    }

    private static Comparator<PricedContract.Judged> byPreference(ContractInputs inputs) {
        return Comparator.comparing((PricedContract.Judged judged) -> !judged.fits(inputs.room()))
                .thenComparing(falling(ContractCandidate.Score::total))
                .thenComparing(falling(ContractCandidate.Score::strike))
                .thenComparing(judged -> judged.contract().symbol().expiry())
                .thenComparing(judged -> judged.contract().symbol());
    }

    private static Comparator<PricedContract.Judged> falling(
            ToDoubleFunction<ContractCandidate.Score> part) {
        return Comparator.<PricedContract.Judged>comparingDouble(
                        judged -> part.applyAsDouble(judged.score()))
                .reversed();
    }
}
