package io.opspipeline.reliability.world;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.exchange.wire.MemoryExchange;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.market.OptionQuoteStream;
import io.opspipeline.ports.time.StreamFrames;

/// Within one thread: nothing is ever on its way.
///
/// @param exchange at the other end
record MemoryWay(MemoryExchange exchange) implements Way {

    @Override
    public AlpacaClients clients(AlpacaKeys keys, Surroundings surroundings) {
        return new AlpacaClients(
                Way.settings(MemoryExchange.url()), keys, surroundings, exchange.client());
    }

    @Override
    public StreamFrames frames() {
        return StreamFrames.UNCOUNTED;
    }

    @Override
    public TradingStream orders(TradingStream stream) {
        return stream;
    }

    @Override
    public OptionQuoteStream quotes(OptionQuoteStream stream) {
        return stream;
    }

    @Override
    public void settle() {
        exchange.flush();
    }

    @Override
    public long framesSent() {
        return exchange.framesSent();
    }

    @Override
    public void dropOrderStreams() {
        exchange.dropOrderStreams();
    }

    @Override
    public void dropQuoteStreams() {
        exchange.dropPriceStreams();
    }

    @Override
    public void cutOrderStreams() {
        exchange.dropOrderStreams();
    }

    @Override
    public void cutQuoteStreams() {
        exchange.dropPriceStreams();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
