package io.opspipeline.reliability.world;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.market.OptionQuoteStream;
import io.opspipeline.ports.time.StreamFrames;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// How processes reach the exchange.
interface Way extends AutoCloseable {

    /// What the exchange grants, as Alpaca does; three services share it.
    int TRADING_REQUESTS = 80;

    int DATA_REQUESTS = 10_000;

    /// The adapter of one process.
    AlpacaClients clients(AlpacaKeys keys, Surroundings surroundings);

    /// Told of every frame that a process has handled.
    StreamFrames frames();

    /// A stream of order events as a process gets it.
    TradingStream orders(TradingStream stream);

    /// A stream of quotes as a process gets it.
    OptionQuoteStream quotes(OptionQuoteStream stream);

    /// Returns when everything that was sent is handled.
    void settle();

    /// Frames that streams were sent so far.
    long framesSent();

    /// Ends the streams of order events on the exchange's side; for processes that are dead.
    void dropOrderStreams();

    /// Ends the streams of quotes on the exchange's side; for processes that are dead.
    void dropQuoteStreams();

    /// Cuts the streams of order events, and returns when their clients have noticed.
    void cutOrderStreams();

    /// Cuts the streams of quotes, and returns when their clients have noticed.
    void cutQuoteStreams();

    @Override
    void close();

    /// The adapter's settings.
    static AlpacaSettings settings(URI exchange) {
        return new AlpacaSettings(
                exchange,
                exchange,
                "sip",
                "opra",
                Duration.ofSeconds(10),
                TRADING_REQUESTS,
                DATA_REQUESTS,
                Optional.empty(),
                0,
                1);
    }
}
