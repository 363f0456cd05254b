package io.opspipeline.dispatcher;

import io.opspipeline.dispatcher.rules.AccountGateRule;
import io.opspipeline.dispatcher.rules.EntryInputs;
import io.opspipeline.dispatcher.rules.LadderRule;
import io.opspipeline.dispatcher.rules.PlanGateRule;
import io.opspipeline.dispatcher.rules.PlanGateRule.PlanInputs;
import io.opspipeline.dispatcher.rules.RiskBudget;
import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.dispatch.ClaimedDispatch;
import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.gate.GateVerdict;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.ForcedExits;
import io.opspipeline.ports.dispatch.Dispatches;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings one claimed signal to its disposition, or to its first order: all account gates, the
/// choice of what to buy, all plan gates, and the reservation that holds the account.
final class EntryAttempt {

    private static final Logger LOG = LoggerFactory.getLogger(EntryAttempt.class);

    private final Dispatches dispatches;
    private final EntryInputsLoader inputs;
    private final EntryRules rules;
    private final OptionEntry options;
    private final StockEntry stocks;
    private final ForcedExits forcedExits;
    private final FeeTable fees;
    private final EntryLadder ladder;

    EntryAttempt(
            Dispatches dispatches,
            EntryInputsLoader inputs,
            EntryRules rules,
            OptionEntry options,
            StockEntry stocks,
            ForcedExits forcedExits,
            FeeTable fees,
            EntryLadder ladder) {
        this.dispatches = dispatches;
        this.inputs = inputs;
        this.rules = rules;
        this.options = options;
        this.stocks = stocks;
        this.forcedExits = forcedExits;
        this.fees = fees;
        this.ladder = ladder;
    }

    /// The rules of an entry, with their figures.
    ///
    /// @param accountGates gates that need no plan
    /// @param planGates gates that need one
    /// @param prices limits of the orders
    /// @param riskBudgetShare share of the money at work that counts against the daily loss limit
    record EntryRules(
            AccountGateRule accountGates,
            PlanGateRule planGates,
            LadderRule prices,
            BigDecimal riskBudgetShare) {

        /// The verdicts of all gates on what the account's limits count now.
        List<GateVerdict> judge(EntryInputs entry, PlanInputs planned, LimitUsage usage) {
            return Stream.concat(
                            accountGates.judge(entry.withUsage(usage)).stream(),
                            planGates.judge(planned.withUsage(usage)).stream())
                    .toList();
        }
    }

    void make(ClaimedDispatch dispatch, AccountPicture picture) {
        LimitUsage usage = dispatches.usage(dispatch.account(), picture.dayStart());
        EntryInputs entry = inputs.inputs(dispatch, picture, usage);
        List<GateVerdict> verdicts = rules.accountGates().judge(entry);
        Optional<SkipCode> blocked = firstBlock(verdicts);
        if (blocked.isPresent()) {
            skip(dispatch, picture, blocked.get(), unplanned(verdicts), List.of());
            return;
        }
        EntryRequest request = request(entry, usage);
        switch (choose(request)) {
            case EntryChoice.Nothing(SkipCode code, List<ContractCandidate> candidates) ->
                    skip(dispatch, picture, code, unplanned(verdicts), candidates);
            case EntryChoice.Buy buy -> reserve(buy, entry, picture);
        }
    }

    private EntryChoice choose(EntryRequest request) {
        return request.type() == InstrumentType.STOCK
                ? stocks.choose(request)
                : options.choose(request);
    }

    private void reserve(EntryChoice.Buy buy, EntryInputs entry, AccountPicture picture) {
        PlanInputs planned = planInputs(buy.plan(), entry);
        Function<LimitUsage, List<GateVerdict>> judge = usage -> rules.judge(entry, planned, usage);
        EntryWork work = EntryWork.of(entry.dispatch(), buy, picture.asOf());
        Optional<Price> limit =
                rules.prices().limit(0, buy.quote(), buy.plan().price(), buy.increment());
        if (limit.isEmpty()) {
            skip(
                    entry.dispatch(),
                    picture,
                    SkipCode.NO_CONTRACT,
                    judge.apply(entry.usage()),
                    buy.candidates());
            return;
        }
        Order first = work.order(limit.get(), picture.asOf());
        List<GateVerdict> verdicts =
                dispatches.reserve(
                        entry.account().id(),
                        buy.plan(),
                        buy.candidates(),
                        first,
                        buy.quote(),
                        picture.dayStart(),
                        judge,
                        picture.asOf());
        firstBlock(verdicts)
                .ifPresentOrElse(
                        code -> skip(entry.dispatch(), picture, code, verdicts, buy.candidates()),
                        () -> send(entry.dispatch(), work, first));
    }

    private void send(ClaimedDispatch dispatch, EntryWork work, Order first) {
        if (dispatch.wasClaimed()) {
            ladder.takeOver(work, first);
        } else {
            ladder.begin(work, first);
        }
    }

    private void skip(
            ClaimedDispatch dispatch,
            AccountPicture picture,
            SkipCode code,
            List<GateVerdict> verdicts,
            List<ContractCandidate> candidates) {
        LOG.info("{} skipped: {}", dispatch.signal().signal().ticker(), code);
        dispatches.skip(
                dispatch.account(), dispatch.id(), code, verdicts, candidates, picture.asOf());
    }

    private EntryRequest request(EntryInputs entry, LimitUsage usage) {
        Account account = entry.account();
        Money equity = entry.broker().map(BrokerAccount::equity).orElse(Money.ZERO);
        return new EntryRequest(
                entry.dispatch(),
                account,
                entry.asOf(),
                equity,
                account.limits().maxExposure().minus(usage.exposure()),
                RiskBudget.room(usage, account.limits(), rules.riskBudgetShare()));
    }

    private PlanInputs planInputs(EntryPlan plan, EntryInputs entry) {
        return new PlanInputs(
                entry.account(),
                plan,
                entry.asOf(),
                forcedExits.earliest(entry.account().strategy(), plan.instrument(), entry.asOf()),
                roundTripFees(plan, NewYork.dateOf(entry.asOf())),
                entry.usage(),
                entry.broker());
    }

    private Money roundTripFees(EntryPlan plan, LocalDate day) {
        Money bought = fees.of(plan.instrument(), Side.BUY, plan.quantity(), plan.price(), day);
        return bought.plus(fees.of(plan.instrument(), Side.SELL, plan.quantity(), plan.bid(), day));
    }

    private static List<GateVerdict> unplanned(List<GateVerdict> verdicts) {
        return Stream.concat(verdicts.stream(), PlanGateRule.notReached().stream()).toList();
    }

    private static Optional<SkipCode> firstBlock(List<GateVerdict> verdicts) {
        return verdicts.stream()
                .filter(GateVerdict::blocks)
                .findFirst()
                .map(verdict -> SkipCode.of(verdict.code()));
    }
}
