package io.opspipeline.local.flatten;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What was done for one account.
///
/// @param account its name
/// @param marketOpen whether positions could be sold
/// @param cancelled orders that were cancelled before anything was sold
/// @param positions what was held, and what became of it
/// @param remarks what a person should know, one line each
/// @param flat true when nothing is held and no order works
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
    /// @param sold contracts or shares
    /// @param averagePrice dollars per share; empty when nothing was sold
    public record Closed(String symbol, int held, int sold, Optional<BigDecimal> averagePrice) {}
}
