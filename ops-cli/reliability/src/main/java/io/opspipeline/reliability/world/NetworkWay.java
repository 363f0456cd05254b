package io.opspipeline.reliability.world;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.exchange.wire.ExchangeServer;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.market.OptionQuoteStream;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.ports.time.StreamFrames;
import io.opspipeline.runtime.time.CountedFrames;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import java.time.Duration;

/// Over HTTP and WebSockets of the loopback interface. Whatever takes real time is waited for, so
/// that virtual time does not go on over a world that is not quiet.
final class NetworkWay implements Way {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(1);

    private final ExchangeServer server;
    private final CountedFrames frames = new CountedFrames();
    private final Lines orderLines = new Lines();
    private final Lines quoteLines = new Lines();
    private final ObservedStreams streams =
            new ObservedStreams(orderLines, quoteLines, this::awaitHangUp);

    /// @param server at the other end; closed with this
    NetworkWay(ExchangeServer server) {
        this.server = server;
    }

    @Override
    public AlpacaClients clients(AlpacaKeys keys, Surroundings surroundings) {
        return new AlpacaClients(Way.settings(server.tradingUrl()), keys, surroundings);
    }

    @Override
    public StreamFrames frames() {
        return frames;
    }

    @Override
    public TradingStream orders(TradingStream stream) {
        return streams.orders(stream);
    }

    @Override
    public OptionQuoteStream quotes(OptionQuoteStream stream) {
        return streams.quotes(stream);
    }

    @Override
    public void settle() {
        long sent = -1;
        while (sent != server.framesSent()) {
            server.flush();
            sent = server.framesSent();
            frames.awaitHandled(sent, PATIENCE);
        }
    }

    @Override
    public long framesSent() {
        return server.framesSent();
    }

    @Override
    public void dropOrderStreams() {
        server.dropOrderStreams();
    }

    @Override
    public void dropQuoteStreams() {
        server.dropPriceStreams();
    }

    @Override
    public void cutOrderStreams() {
        orderLines.requireSome();
        server.dropOrderStreams();
        orderLines.awaitNone(PATIENCE);
    }

    @Override
    public void cutQuoteStreams() {
        quoteLines.requireSome();
        server.dropPriceStreams();
        quoteLines.awaitNone(PATIENCE);
    }

    @Override
    public void close() {
        server.close();
    }

    /// Waits until the exchange has noticed that a client hung up.
    private void awaitHangUp() {
        var pause = new RealPause(Pace.REAL);
        int standing = orderLines.standing() + quoteLines.standing();
        for (int look = 0; server.openStreams() > standing && look < PATIENCE.toMillis(); look++) {
            wait(pause);
        }
    }

    private static void wait(Pause pause) {
        try {
            pause.of(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a stream was closed", e);
        }
    }
}
