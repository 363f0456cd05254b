package io.opspipeline.tradestream.rules;

import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.position.HeldPosition;

/// Something in which the broker's positions and ours differ.
public sealed interface Difference {

    /// The broker holds what we do not know.
    ///
    /// @param broker the broker's row, of a quantity above zero
    record BrokerOnly(BrokerPosition broker) implements Difference {}

    /// We hold what the broker does not.
    ///
    /// @param held our row
    record DatabaseOnly(HeldPosition held) implements Difference {}

    /// Both hold it, in different quantities.
    ///
    /// @param broker the broker's row
    /// @param held our row
    record OtherQuantity(BrokerPosition broker, HeldPosition held) implements Difference {}

    /// The broker holds less than nothing: nobody here sells short.
    ///
    /// @param broker the broker's row
    record SoldShort(BrokerPosition broker) implements Difference {}
}
