package io.opspipeline.local.flatten;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What was done for one account.
///
/// @param account its name
/// @param marketOpen whether positions could be sold
/// @param cancelled orders from before that were told to end
/// @param positions what was held, and what became of it
/// @param remarks what a person should know, one line each
/// @param flat true when the books show that nothing is held and no order works
public record Flattened(
        String account,
        boolean marketOpen,
        int cancelled,
        List<Closed> positions,
        List<String> remarks,
        boolean flat) {

    /// What became of one position.
    ///
    /// @param symbol the broker's
    /// @param held contracts or shares when it began; negative when short
    /// @param sold contracts or shares; empty when the books could not be read
    /// @param averagePrice dollars per share; empty when nothing was sold
    public record Closed(
            String symbol, int held, Optional<Integer> sold, Optional<BigDecimal> averagePrice) {}
}
