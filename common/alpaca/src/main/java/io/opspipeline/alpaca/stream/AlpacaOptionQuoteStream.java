package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.http.RefusalAlerts;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.ports.market.OptionQuoteStream;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;

/// The stream of option quotes, in MsgPack.
///
/// @param sockets makes connections
/// @param url of the stream
/// @param symbolLimit contracts that the plan gives quotes of
/// @param keys of the accounts
public record AlpacaOptionQuoteStream(Sockets sockets, URI url, int symbolLimit, AlpacaKeys keys)
        implements OptionQuoteStream {

    /// Opens it; returns when the stream is subscribed or the first attempt has failed.
    @Override
    public Connection open(Set<OccSymbol> contracts, Listener listener) {
        PriceStreams streams = new PriceStreams(sockets, keys);
        Allowed allowed = new Allowed(symbolLimit, streams.alerts());
        QuoteTape tape = new QuoteTape(listener, sockets.surroundings().clock());
        return new Subscribed(
                streams.open(url, Form.MSGPACK, tape, allowed.symbols(contracts)), allowed);
    }

    /// Cuts what is wanted down to what the plan gives.
    private record Allowed(int limit, RefusalAlerts alerts) {

        Set<String> symbols(Set<OccSymbol> contracts) {
            if (contracts.size() > limit) {
                alerts.planRefused(
                        "quotes of more than %d contracts".formatted(limit),
                        "%d are wanted".formatted(contracts.size()));
            }
            return contracts.stream()
                    .sorted()
                    .limit(limit)
                    .map(OccSymbol::toString)
                    .collect(Collectors.toSet());
        }
    }

    private record Subscribed(PriceStreams.Open stream, Allowed allowed) implements Connection {

        @Override
        public boolean subscribe(Set<OccSymbol> contracts) {
            return stream.subscription().replace(allowed.symbols(contracts));
        }

        @Override
        public void close() {
            stream.socket().close();
        }
    }
}
