package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.market.BarStream;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;

/// The stream of closed minute bars.
///
/// @param sockets makes connections
/// @param url of the stream
/// @param keys of the accounts
public record AlpacaBarStream(Sockets sockets, URI url, AlpacaKeys keys) implements BarStream {

    /// Opens it; returns when the stream is subscribed or the first attempt has failed.
    @Override
    public Connection open(Set<Ticker> tickers, Listener listener) {
        return new Subscribed(
                new PriceStreams(sockets, keys)
                        .open(url, Form.JSON, new BarTape(listener), symbols(tickers)));
    }

    private static Set<String> symbols(Set<Ticker> tickers) {
        return tickers.stream().map(Ticker::symbol).collect(Collectors.toSet());
    }

    private record Subscribed(PriceStreams.Open stream) implements Connection {

        @Override
        public void subscribe(Set<Ticker> tickers) {
            var _ = stream.subscription().replace(symbols(tickers));
        }

        @Override
        public void close() {
            stream.socket().close();
        }
    }
}
