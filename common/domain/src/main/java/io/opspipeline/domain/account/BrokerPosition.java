package io.opspipeline.domain.account;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import java.util.Optional;

/// A position as the broker sees it.
///
/// @param instrument what is held
/// @param quantity contracts or shares; negative when short
/// @param averageEntry average price per share
/// @param lastClose close of the last session, per share, when it was held then; empty when it was
///   bought today
public record BrokerPosition(
        Instrument instrument, int quantity, Price averageEntry, Optional<Price> lastClose) {

    /// A position that was bought today.
    public BrokerPosition(Instrument instrument, int quantity, Price averageEntry) {
        this(instrument, quantity, averageEntry, Optional.empty());
    }
}
