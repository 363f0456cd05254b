package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A line in the account's history.
public sealed interface Activity {

    /// The New York time of its creation to the millisecond, two colons, a UUID.
    String id();

    /// When it was written down, UTC; it shows from then on.
    Instant createdAt();

    /// The protocol's word for its type.
    String type();

    /// An execution.
    ///
    /// @param fill what was executed
    /// @param status where the order stood after it
    /// @param cumulative contracts or shares of the order filled so far
    /// @param leaves contracts or shares still to be filled
    record Trade(String id, VenueFill fill, OrderStatus status, int cumulative, int leaves)
            implements Activity {
        @Override
        public Instant createdAt() {
            return fill.at();
        }

        @Override
        public String type() {
            return "FILL";
        }
    }

    /// The end of a contract, or what it brought.
    ///
    /// @param kind what happened
    /// @param instrument the contract; the stock for [OptionEventKind#SHARES]
    /// @param change what it did to the number of contracts or shares
    /// @param price the strike, for [OptionEventKind#SHARES] only
    /// @param cash what it did to the cash
    /// @param date the day it happened, New York
    /// @param group the same for what belongs together
    record OptionEvent(
            String id,
            OptionEventKind kind,
            Instrument instrument,
            int change,
            Optional<Price> price,
            Money cash,
            LocalDate date,
            String group,
            Instant createdAt)
            implements Activity {
        @Override
        public String type() {
            return kind.word();
        }
    }
}
