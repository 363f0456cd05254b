package io.opspipeline.dispatcher;

import io.opspipeline.dispatcher.rules.ContractChoice;
import io.opspipeline.dispatcher.rules.ContractInputs;
import io.opspipeline.dispatcher.rules.ContractRule;
import io.opspipeline.dispatcher.rules.SizingRule;
import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Contracts;
import io.opspipeline.domain.money.Premium;
import io.opspipeline.market.option.PriceIncrement;
import io.opspipeline.ports.broker.BrokerUnavailable;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses and sizes the contract of a call or put entry.
final class OptionEntry {

    private static final Logger LOG = LoggerFactory.getLogger(OptionEntry.class);

    private final ContractRule rule;
    private final ContractInputsLoader inputs;

    OptionEntry(ContractRule rule, ContractInputsLoader inputs) {
        this.rule = rule;
        this.inputs = inputs;
    }

    EntryChoice choose(EntryRequest request) {
        try {
            Optional<ContractInputs> loaded = inputs.load(request);
            if (loaded.isEmpty()) {
                LOG.warn("{} has no price, so no contract can be chosen", request.ticker());
                return new EntryChoice.Nothing(SkipCode.NO_CONTRACT, List.of());
            }
            return choose(request, loaded.get());
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("the chain of {} could not be read", request.ticker(), unavailable);
            return new EntryChoice.Nothing(SkipCode.NO_CONTRACT, List.of());
        }
    }

    private EntryChoice choose(EntryRequest request, ContractInputs loaded) {
        return switch (rule.choose(loaded)) {
            case ContractChoice.None(SkipCode code, List<ContractCandidate> candidates) ->
                    new EntryChoice.Nothing(code, candidates);
            case ContractChoice.Ranked(
                            List<ContractCandidate> ranked,
                            List<ContractCandidate> candidates) ->
                    firstThatHolds(request, loaded, ranked, candidates);
        };
    }

    /// The best contract whose quote, read again now, still passes; else the next best.
    private EntryChoice firstThatHolds(
            EntryRequest request,
            ContractInputs loaded,
            List<ContractCandidate> ranked,
            List<ContractCandidate> candidates) {
        for (ContractCandidate candidate : ranked) {
            Optional<ContractCandidate> again = requoted(loaded, candidate.symbol());
            if (again.isPresent()) {
                return sized(request, loaded, again.get(), marked(candidates, again.get()));
            }
        }
        return new EntryChoice.Nothing(SkipCode.NO_CONTRACT, candidates);
    }

    private Optional<ContractCandidate> requoted(ContractInputs loaded, OccSymbol symbol) {
        ContractInputs fresh = inputs.requoted(loaded, symbol);
        return switch (rule.choose(fresh)) {
            case ContractChoice.Ranked ranked ->
                    ranked.ranked().stream()
                            .filter(candidate -> candidate.symbol().equals(symbol))
                            .findFirst();
            case ContractChoice.None _ -> Optional.empty();
        };
    }

    private EntryChoice sized(
            EntryRequest request,
            ContractInputs loaded,
            ContractCandidate chosen,
            List<ContractCandidate> candidates) {
        Quote quote = chosen.quote().orElseThrow();
        Premium planPrice = new Premium(quote.ask());
        Contracts wanted =
                SizingRule.contracts(request.equity(), request.account().tier(), planPrice);
        Contracts size = SizingRule.shrunk(wanted, planPrice, request.riskBudgetRoom());
        if (size.isNone()) {
            return new EntryChoice.Nothing(SkipCode.SIZE_ZERO, candidates);
        }
        EntryPlan plan =
                new EntryPlan(
                        request.dispatch().id(),
                        new Instrument.Option(chosen.symbol()),
                        size.count(),
                        quote.ask(),
                        quote.bid(),
                        chosen.impliedVolatility(),
                        chosen.delta());
        return new EntryChoice.Buy(plan, quote, increment(loaded, chosen), candidates);
    }

    private static PriceIncrement increment(ContractInputs loaded, ContractCandidate chosen) {
        ListedContract contract =
                loaded.listed().stream()
                        .filter(each -> each.symbol().equals(chosen.symbol()))
                        .findFirst()
                        .orElseThrow();
        return PriceIncrement.ofOption(contract.underlying().symbol(), contract.pennyProgram());
    }

    private static List<ContractCandidate> marked(
            List<ContractCandidate> candidates, ContractCandidate chosen) {
        return candidates.stream()
                .map(each -> each.symbol().equals(chosen.symbol()) ? chosen.asChosen() : each)
                .toList();
    }
}
