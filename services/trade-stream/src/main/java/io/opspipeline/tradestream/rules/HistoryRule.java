package io.opspipeline.tradestream.rules;

import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.activity.BrokerActivity.CorporateAction;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.ContractMultiplier;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PositionState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Explains from the broker's history what became of a position without us: the only place that
/// tells of expiries, exercises, assignments and what companies do, and of trades by hand in past
/// sessions. An explanation accounts for every contract or share; one that does not is none.
public final class HistoryRule {

    private final EndRule ends;

    /// @param ends knows when contracts end
    public HistoryRule(EndRule ends) {
        this.ends = ends;
    }

    /// The explanation; [Explanation#NONE] when the history has none.
    ///
    /// @param theirs what the broker holds of it
    /// @param trades lines of its instrument that nobody has booked, oldest first
    /// @param history everything since it was opened, oldest first
    public Explanation explain(
            HeldPosition held,
            int theirs,
            List<BrokerActivity.Filled> trades,
            List<BrokerActivity> history,
            Instant asOf) {
        Instrument instrument = held.position().instrument();
        int difference = theirs - held.position().quantity();
        int traded = trades.stream().mapToInt(HistoryRule::change).sum();
        List<ContractEnd> contractEnds =
                history.stream().flatMap(line -> end(instrument, line).stream()).toList();
        int ended = contractEnds.stream().mapToInt(ContractEnd::change).sum();
        if (traded + ended == difference && (theirs == 0 || contractEnds.isEmpty())) {
            return new Explanation(
                    trades,
                    contractEnds.reversed().stream()
                            .findFirst()
                            .map(last -> end(instrument, last, asOf)));
        }
        return history.stream()
                .flatMap(line -> companyAction(instrument, line).stream())
                .findFirst()
                .map(action -> new Explanation(List.of(), Optional.of(end(action, asOf))))
                .orElse(Explanation.NONE);
    }

    /// The lines of an instrument that tell of trades.
    public static List<BrokerActivity.Filled> tradesOf(
            Instrument instrument, List<BrokerActivity> history) {
        return history.stream()
                .filter(BrokerActivity.Filled.class::isInstance)
                .map(BrokerActivity.Filled.class::cast)
                .filter(trade -> trade.instrument().equals(instrument))
                .toList();
    }

    /// An end of contracts, or of the shares that were delivered for some.
    ///
    /// @param change what it did to their number: negative for a long
    private record ContractEnd(
            BrokerActivity.Line line,
            String symbol,
            int change,
            PositionState state,
            String reason,
            Optional<Price> worth) {}

    private static int change(BrokerActivity.Filled trade) {
        return trade.side() == Side.BUY ? trade.quantity() : -trade.quantity();
    }

    private static Optional<ContractEnd> end(Instrument instrument, BrokerActivity line) {
        Optional<ContractEnd> end =
                switch (line) {
                    case BrokerActivity.Expired(var which, var contract, int change) ->
                            end(which, contract, change, PositionState.EXPIRED, Optional.empty());
                    case BrokerActivity.Exercised(var which, var contract, int change) ->
                            end(which, contract, change, PositionState.EXERCISED, Optional.empty());
                    case BrokerActivity.Assigned(var which, var contract, int change) ->
                            end(which, contract, change, PositionState.ASSIGNED, Optional.empty());
                    case BrokerActivity.CashSettled(
                                    var which,
                                    var contract,
                                    int change,
                                    Money cash) ->
                            end(
                                    which,
                                    contract,
                                    change,
                                    PositionState.EXERCISED,
                                    worth(cash, change));
                    case BrokerActivity.SharesTraded(
                                    var which,
                                    Ticker ticker,
                                    int change,
                                    Price strike,
                                    _) ->
                            delivered(which, ticker, change, strike);
                    case BrokerActivity.Filled _, CorporateAction _, BrokerActivity.Other _ ->
                            Optional.empty();
                };
        return end.filter(known -> known.symbol().equals(instrument.symbol()));
    }

    private static Optional<ContractEnd> end(
            BrokerActivity.Line line,
            OccSymbol contract,
            int change,
            PositionState state,
            Optional<Price> worth) {
        return Optional.of(ended(line, contract.toString(), change, state, worth));
    }

    /// Shares that were called away, or put to somebody: sold at the strike.
    private static Optional<ContractEnd> delivered(
            BrokerActivity.Line line, Ticker ticker, int change, Price strike) {
        return change >= 0
                ? Optional.empty()
                : Optional.of(
                        ended(
                                line,
                                ticker.symbol(),
                                change,
                                PositionState.ASSIGNED,
                                Optional.of(strike)));
    }

    private static ContractEnd ended(
            BrokerActivity.Line line,
            String symbol,
            int change,
            PositionState state,
            Optional<Price> worth) {
        String reason = "%s %d, the broker's history says".formatted(state, Math.abs(change));
        return new ContractEnd(line, symbol, change, state, reason, worth);
    }

    private static Optional<Price> worth(Money cash, int change) {
        int shares = Math.abs(change) * ContractMultiplier.STANDARD;
        return Optional.of(
                new Price(
                        cash.amount()
                                .abs()
                                .divide(BigDecimal.valueOf(shares), MathContext.DECIMAL64)));
    }

    private EndRule.End end(Instrument instrument, ContractEnd last, Instant asOf) {
        Instant at =
                last.line()
                        .at()
                        .or(() -> ends.expiredAt(instrument, asOf))
                        .filter(known -> known.isBefore(asOf))
                        .orElse(asOf);
        return new EndRule.End(last.state(), last.reason(), last.worth(), at);
    }

    private static Optional<CorporateAction> companyAction(
            Instrument instrument, BrokerActivity line) {
        return line instanceof CorporateAction action
                        && (action.symbol().equals(instrument.symbol())
                                || action.symbol().equals(instrument.ticker().symbol()))
                ? Optional.of(action)
                : Optional.empty();
    }

    /// What it was worth then nobody knows; what it became is adopted.
    private static EndRule.End end(CorporateAction action, Instant asOf) {
        return new EndRule.End(
                PositionState.RECONCILED,
                "%s of %s, the broker's history says".formatted(action.kind(), action.symbol()),
                Optional.empty(),
                asOf);
    }
}
