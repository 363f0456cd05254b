package io.opspipeline.domain.account;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.util.Optional;

/// A position as the broker sees it.
///
/// @param instrument what is held
/// @param quantity contracts or whole shares; negative when short
/// @param available how much of a long one no open order of anybody sells yet, from 0 to the
///   quantity; 0 when short
/// @param averageEntry average price per share
/// @param lastClose close of the last session, per share, when it was held then; empty when it was
///   bought today
/// @param fraction what is held beyond whole shares, in [0, 1): somebody else's, since whole ones
///   are all that is traded here
public record BrokerPosition(
        Instrument instrument,
        int quantity,
        int available,
        Price averageEntry,
        Optional<Price> lastClose,
        BigDecimal fraction) {

    /// Keeps what is available within what is held.
    public BrokerPosition {
        available = Math.clamp(available, 0, Math.max(0, quantity));
    }

    /// A position of whole ones.
    public BrokerPosition(
            Instrument instrument,
            int quantity,
            int available,
            Price averageEntry,
            Optional<Price> lastClose) {
        this(instrument, quantity, available, averageEntry, lastClose, BigDecimal.ZERO);
    }

    /// A position that was bought today and that no order sells yet.
    public BrokerPosition(Instrument instrument, int quantity, Price averageEntry) {
        this(instrument, quantity, quantity, averageEntry, Optional.empty());
    }
}
