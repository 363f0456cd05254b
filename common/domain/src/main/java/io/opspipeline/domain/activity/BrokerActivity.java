package io.opspipeline.domain.activity;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A line of the broker's history of an account: the only place that tells of expiries, exercises
/// and assignments.
public sealed interface BrokerActivity {

    /// What every line has, as far as the broker says it.
    Line line();

    /// What every line has.
    ///
    /// @param id the broker's name of the line
    /// @param date the day it happened, New York
    /// @param at when it happened, UTC; a line that is no trade has only a day
    /// @param group the same for lines that belong together, such as an exercise and its shares
    record Line(
            Optional<String> id,
            Optional<LocalDate> date,
            Optional<Instant> at,
            Optional<String> group) {}

    /// An execution of an order.
    ///
    /// @param order the broker's name of the order, or of the leg
    /// @param instrument what was traded
    /// @param side buy or sell
    /// @param quantity contracts or shares of this execution, at least 1
    /// @param price per share
    /// @param cumulative filled so far
    /// @param leaves still to be filled
    record Filled(
            Line line,
            BrokerOrderId order,
            Instrument instrument,
            Side side,
            int quantity,
            Price price,
            int cumulative,
            int leaves)
            implements BrokerActivity {}

    /// Contracts that ended worthless.
    ///
    /// @param change what it did to the number of contracts: negative for a long
    record Expired(Line line, OccSymbol contract, int change) implements BrokerActivity {}

    /// A long that was exercised; its shares are a line of their own.
    ///
    /// @param change what it did to the number of contracts: negative
    record Exercised(Line line, OccSymbol contract, int change) implements BrokerActivity {}

    /// A short that was assigned; its shares are a line of their own.
    ///
    /// @param change what it did to the number of contracts: positive
    record Assigned(Line line, OccSymbol contract, int change) implements BrokerActivity {}

    /// The shares of an exercise or an assignment.
    ///
    /// @param change shares that came; negative when they went
    /// @param strike dollars per share
    /// @param cash what it did to the cash
    record SharesTraded(Line line, Ticker ticker, int change, Price strike, Money cash)
            implements BrokerActivity {}

    /// Contracts that were settled in cash.
    ///
    /// @param change what it did to the number of contracts: negative for a long
    /// @param cash what it did to the cash
    record CashSettled(Line line, OccSymbol contract, int change, Money cash)
            implements BrokerActivity {}

    /// What a company did to its shares or the contracts on them: what was held may go on under
    /// another name and in another quantity.
    ///
    /// @param kind what it did
    /// @param symbol what it is about
    /// @param change what it did to the quantity
    record CorporateAction(Line line, Kind kind, String symbol, Optional<BigDecimal> change)
            implements BrokerActivity {

        /// What a company can do.
        public enum Kind {
            /// One share became several, or several one.
            SPLIT,
            /// A part of it became a company of its own.
            SPIN_OFF,
            /// It was taken over.
            MERGER,
            /// It has another name.
            NAME_CHANGE,
            /// It was put into another form, or taken off the exchange.
            REORGANISATION,
            /// Contracts were fitted to one of these.
            CONTRACT_ADJUSTMENT
        }
    }

    /// Anything else: dividends, fees, transfers, what is not traded here, what we cannot read.
    ///
    /// @param type the broker's word; empty text when it has none
    /// @param symbol what it is about
    /// @param change what it did to a quantity
    /// @param cash what it did to the cash
    record Other(
            Line line,
            String type,
            Optional<String> symbol,
            Optional<BigDecimal> change,
            Optional<Money> cash)
            implements BrokerActivity {}
}
