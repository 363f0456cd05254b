package io.opspipeline.exchange.wire;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.market.generated.DefaultListings;
import io.opspipeline.exchange.market.generated.GeneratedMarket;
import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OpeningAccount;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.venue.VenueSettings;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The generated market of two tickers behind a real server, ten minutes into the session, with two
/// accounts.
final class RunningExchange implements AutoCloseable {

    static final Ticker AAPL = new Ticker("AAPL");
    static final Ticker SPY = new Ticker("SPY");

    private static final Set<Ticker> LISTED = Set.of(AAPL, SPY);
    private static final long SEED = 7;

    final Market market =
            GeneratedMarket.active(
                    SEED,
                    GeneratedMarket.DEFAULT_DAY,
                    DefaultListings.all().stream()
                            .filter(stock -> LISTED.contains(stock.ticker()))
                            .toList());
    final Venue venue;
    final ExchangeServer server;
    final Client large;
    final Client tiny;

    RunningExchange() {
        this(WireSettings.lockstep(), Faults.none());
    }

    RunningExchange(WireSettings settings, Faults faults) {
        this(settings, faults, UnaryOperator.identity());
    }

    RunningExchange(WireSettings settings, Faults faults, UnaryOperator<OpeningAccount> pose) {
        venue =
                new Venue(
                        market,
                        VenueSettings.standard(SEED),
                        faults,
                        Stream.of(account("large", "100000", 3), account("tiny", "500", 2))
                                .map(pose)
                                .toList(),
                        minute(10));
        server = ExchangeServer.start(venue, settings);
        large = new Client(server.tradingUrl(), "key-large", "secret-large");
        tiny = new Client(server.tradingUrl(), "key-tiny", "secret-tiny");
    }

    /// The instant some minutes after the open.
    Instant minute(int minutes) {
        return market.session().open().plusSeconds(60L * minutes);
    }

    /// A liquid contract of AAPL that does not expire today.
    OccSymbol contract() {
        return market.options(AAPL).stream()
                .map(OptionListing::symbol)
                .filter(symbol -> symbol.expiry().isAfter(market.session().date().plusDays(14)))
                .filter(symbol -> quote(symbol).bid().doubleValue() > 2)
                .filter(symbol -> quote(symbol).ask().doubleValue() < 5)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    RawQuote quote(OccSymbol symbol) {
        return market.optionQuote(symbol, venue.now()).orElseThrow();
    }

    @Override
    public void close() {
        large.close();
        tiny.close();
        server.close();
    }

    private static OpeningAccount account(String id, String cash, int level) {
        return new OpeningAccount(
                new AccountId(id), "PA" + id, "key-" + id, "secret-" + id, Money.of(cash), level);
    }
}
