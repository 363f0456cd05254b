package io.opspipeline.local.flatten;

import io.opspipeline.domain.account.AccountId;
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
/// @param refused true when the broker refuses its keys: it is no account of this broker's mode
public record Flattened(
        String account,
        boolean marketOpen,
        int cancelled,
        List<Closed> positions,
        List<String> remarks,
        boolean flat,
        boolean refused) {

    /// An account whose keys the broker refuses.
    ///
    /// @param words the broker's
    static Flattened refused(AccountId account, String words) {
        return new Flattened(account.value(), false, 0, List.of(), List.of(words), false, true);
    }

    /// An account that cannot be asked for.
    ///
    /// @param reason why
    public static Flattened unreached(AccountId account, String reason) {
        return new Flattened(account.value(), false, 0, List.of(), List.of(reason), false, false);
    }

    /// True when every account of this broker's mode is flat, and there is one.
    public static boolean areFlat(List<Flattened> all) {
        List<Flattened> ofThisMode = all.stream().filter(each -> !each.refused()).toList();
        return !ofThisMode.isEmpty() && ofThisMode.stream().allMatch(Flattened::flat);
    }

    /// What became of one position.
    ///
    /// @param symbol the broker's
    /// @param held contracts or shares when it began; negative when short
    /// @param sold contracts or shares; empty when the books could not be read
    /// @param averagePrice dollars per share; empty when nothing was sold
    public record Closed(
            String symbol, int held, Optional<Integer> sold, Optional<BigDecimal> averagePrice) {}
}
