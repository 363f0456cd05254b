package io.opspipeline.dispatcher;

import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.order.Order;
import java.util.Optional;

/// Why an entry goes no further.
final class EntryDenials {

    private EntryDenials() {}

    /// Its order ended and was not filled: by what the order says, else it was cancelled by
    /// somebody else.
    static Denial ofEnd(Order order) {
        return order.denial()
                .orElseGet(() ->
                        DenialCode.CANCELED_AT_BROKER.says(
                                "ended at the broker: " + order.state()));
    }

    /// No order can be priced.
    ///
    /// @param quote the quote now; empty when there is no usable one
    static Denial unpriced(Optional<Quote> quote) {
        return quote.isEmpty()
                ? DenialCode.NO_USABLE_QUOTE.says("no usable quote")
                : DenialCode.ABOVE_PLAN_CEILING.says("above the ceiling of the plan price");
    }
}
