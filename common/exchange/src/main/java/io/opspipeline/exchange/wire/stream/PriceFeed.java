package io.opspipeline.exchange.wire.stream;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.exchange.pose.DataPlan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// A feed of prices: where it is and what a client may ask of it.
///
/// @param path of its stream
/// @param kind what it shows
/// @param channels that can be subscribed to, in the order of the echo
/// @param quoteLimit symbols whose quotes one client may subscribe to
record PriceFeed(String path, Kind kind, List<String> channels, int quoteLimit) {

    private static final String ACTION = "action";
    private static final String ALL_SYMBOLS = "*";
    private static final List<String> STOCK_CHANNELS =
            List.of(
                    "trades",
                    Subscription.QUOTES,
                    Subscription.BARS,
                    Subscription.UPDATED_BARS,
                    "dailyBars",
                    Subscription.STATUSES,
                    "lulds",
                    "corrections",
                    "cancelErrors");
    private static final List<String> OPTION_CHANNELS = List.of("trades", Subscription.QUOTES);

    /// Every feed there is.
    static final List<PriceFeed> ALL =
            List.of(
                    stocks("sip"),
                    stocks("iex"),
                    stocks("delayed_sip"),
                    stocks("test"),
                    options("opra", 1_000),
                    options("indicative", 200));

    /// What a feed shows.
    enum Kind {
        /// Stocks, as JSON.
        STOCKS,
        /// Options, in MsgPack alone.
        OPTIONS
    }

    /// True when a plan gives it.
    boolean isGivenBy(DataPlan plan) {
        return (plan.realTimeStocks() || !path.equals("/v2/sip"))
                && (plan.opraAgreement() || !path.equals("/v1beta1/opra"));
    }

    private static PriceFeed stocks(String name) {
        return new PriceFeed("/v2/" + name, Kind.STOCKS, STOCK_CHANNELS, Integer.MAX_VALUE);
    }

    private static PriceFeed options(String name, int quoteLimit) {
        return new PriceFeed("/v1beta1/" + name, Kind.OPTIONS, OPTION_CHANNELS, quoteLimit);
    }

    /// What is wrong with a request to subscribe; empty when nothing is.
    ///
    /// @param subscribed what the client has already
    Optional<StreamError> fault(ObjectNode request, Subscription subscribed) {
        boolean hasOtherChannel =
                request.propertyNames().stream()
                        .anyMatch(name -> !name.equals(ACTION) && !channels.contains(name));
        if (hasOtherChannel) {
            return Optional.of(StreamError.INVALID_SUBSCRIBE_ACTION_FOR_THIS_FEED);
        }
        return kind == Kind.OPTIONS ? optionFault(request, subscribed) : Optional.empty();
    }

    private Optional<StreamError> optionFault(ObjectNode request, Subscription subscribed) {
        Collection<String> quotes = Subscription.named(request, Subscription.QUOTES);
        if (quotes.contains(ALL_SYMBOLS)) {
            return Optional.of(StreamError.STAR_SUBSCRIPTION_IS_NOT_ALLOWED_FOR_OPTION_QUOTES);
        }
        if (channels.stream()
                .flatMap(channel -> Subscription.named(request, channel).stream())
                .anyMatch(PriceFeed::isNoContract)) {
            return Optional.of(StreamError.INVALID_SYNTAX);
        }
        long after =
                Stream.concat(subscribed.of(Subscription.QUOTES).stream(), quotes.stream())
                        .distinct()
                        .count();
        return after > quoteLimit
                ? Optional.of(StreamError.SYMBOL_LIMIT_EXCEEDED)
                : Optional.empty();
    }

    private static boolean isNoContract(String symbol) {
        return !symbol.equals(ALL_SYMBOLS) && OccSymbol.tryParse(symbol).isEmpty();
    }
}
