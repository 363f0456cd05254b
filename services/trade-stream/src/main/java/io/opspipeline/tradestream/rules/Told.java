package io.opspipeline.tradestream.rules;

import io.opspipeline.domain.order.OrderUpdate;

/// How much of an order the stream has told.
///
/// @param filled filled so far
/// @param ended true when it told the end
public record Told(int filled, boolean ended) {

    /// Nothing at all.
    public static final Told NOTHING = new Told(0, false);

    /// What an update tells.
    public static Told by(OrderUpdate update) {
        return new Told(update.filledQuantity(), update.status().isTerminal());
    }

    /// The two together; late and repeated news take nothing back.
    public Told and(Told other) {
        return new Told(Math.max(filled, other.filled), ended || other.ended);
    }

    boolean lacks(OrderUpdate update) {
        return update.filledQuantity() > filled || (update.status().isTerminal() && !ended);
    }
}
