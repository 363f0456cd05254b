package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Premium;
import io.opspipeline.market.chain.ContractScore;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The hard checks and the score of one contract. Checks run in a fixed order and the first that
/// fails is recorded; an absent figure never passes as zero.
final class ContractJudge {

    private final ContractLimits limits;

    ContractJudge(ContractLimits limits) {
        this.limits = limits;
    }

    PricedContract.Judged judge(
            PricedContract contract, OptionalDouble target, ContractInputs inputs) {
        Optional<String> failed = hardCheck(contract, target, inputs);
        Optional<ContractCandidate.Score> score =
                failed.isPresent()
                        ? Optional.empty()
                        : Optional.of(score(contract, target.getAsDouble()));
        Optional<String> verdict =
                failed.or(() ->
                        score.filter(value -> value.total() < limits.score()).map(_ -> "SCORE"));
        return new PricedContract.Judged(contract, candidate(contract, verdict, score));
    }

    private Optional<String> hardCheck(
            PricedContract contract, OptionalDouble target, ContractInputs inputs) {
        if (contract.sighting().isEmpty()) {
            return Optional.of("QUOTE");
        }
        Sighting sighting = contract.sighting().get();
        Quote quote = sighting.quote();
        if (!quote.hasBid()) {
            return Optional.of("BID");
        }
        if (!quote.ask().isAbove(quote.bid())) {
            return Optional.of("LOCKED");
        }
        if (quote.bidSize() == 0 || quote.askSize() == 0) {
            return Optional.of("SIZE");
        }
        if (sighting.age(inputs.asOf()).compareTo(limits.quoteAge()) > 0
                || sighting.quotedAt().isBefore(inputs.open())) {
            return Optional.of("STALE");
        }
        if (quote.spreadShare().doubleValue() >= limits.spread()) {
            return Optional.of("SPREAD");
        }
        if (quote.mid().perShare().compareTo(limits.premium()) < 0) {
            return Optional.of("PREMIUM");
        }
        if (contract.delta().isEmpty()) {
            return Optional.of("GREEKS");
        }
        if (target.isEmpty()
                || strikeShare(contract, target.getAsDouble()) > limits.strikeDistance()) {
            return Optional.of("STRIKE");
        }
        if (!isLiquidByVolume(contract) && !isLiquidByOpenInterest(contract, quote)) {
            return Optional.of("LIQUIDITY");
        }
        if (new Premium(quote.ask()).perContract().exceeds(inputs.riskDollars())) {
            return Optional.of("RISK");
        }
        return Optional.empty();
    }

    private ContractCandidate.Score score(PricedContract contract, double target) {
        Quote quote = contract.sighting().orElseThrow().quote();
        double volume =
                isLiquidByVolume(contract)
                        ? ContractScore.volumePoints((double) volume(contract).getAsLong())
                        : ContractScore.OPEN_INTEREST_POINTS;
        return new ContractCandidate.Score(
                ContractScore.spreadPoints(quote.spreadShare().doubleValue()),
                volume,
                ContractScore.deltaPoints(contract.delta().getAsDouble()),
                ContractScore.strikePoints(contract.strike(), target));
    }

    private static double strikeShare(PricedContract contract, double target) {
        return Math.abs(contract.strike() - target) / target;
    }

    private boolean isLiquidByVolume(PricedContract contract) {
        OptionalLong volume = volume(contract);
        return volume.isPresent() && volume.getAsLong() > limits.volume();
    }

    private boolean isLiquidByOpenInterest(PricedContract contract, Quote quote) {
        OptionalInt open = contract.listed().openInterest();
        return open.isPresent()
                && open.getAsInt() >= limits.openInterest()
                && quote.bidSize() >= limits.size()
                && quote.askSize() >= limits.size();
    }

    private static OptionalLong volume(PricedContract contract) {
        return contract.snapshot()
                .map(OptionSnapshot::sessionVolume)
                .orElseGet(OptionalLong::empty);
    }

    private static ContractCandidate candidate(
            PricedContract contract,
            Optional<String> failed,
            Optional<ContractCandidate.Score> score) {
        return new ContractCandidate(
                contract.symbol(),
                false,
                failed,
                contract.sighting().map(Sighting::quote),
                contract.impliedVolatility(),
                contract.delta(),
                contract.snapshot()
                        .map(OptionSnapshot::feedImpliedVolatility)
                        .orElseGet(OptionalDouble::empty),
                feedDelta(contract),
                volume(contract),
                contract.listed().openInterest(),
                score);
    }

    private static OptionalDouble feedDelta(PricedContract contract) {
        return contract.snapshot()
                .map(snapshot -> snapshot.feedGreeks().get("delta"))
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }
}
