package io.opspipeline.ports.market;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.TradingHalt;
import java.util.List;
import java.util.Set;

/// The stream of closed minute bars, and of halts in the trading of their stocks.
public interface BarStream {

    /// Connects, subscribes to bars, corrections and halts, and keeps connecting with growing,
    /// jittered pauses until closed. The listener is called by one thread at a time.
    Connection open(Set<Ticker> tickers, Listener listener);

    /// Takes what the stream brings.
    interface Listener {

        /// Connected and subscribed. Bars may have been missed before: fill the gap.
        void connected();

        /// New bars of one frame, as they came.
        void bars(List<Bar> bars);

        /// Corrected bars of one frame; each replaces what is stored.
        void corrections(List<Bar> bars);

        /// Halts that began or ended, of one frame.
        void halts(List<TradingHalt> halts);

        /// The connection ended; it will be tried again.
        ///
        /// @param reason what ended it
        void disconnected(String reason);
    }

    /// An open stream.
    interface Connection extends AutoCloseable {

        /// Replaces the set of tickers.
        void subscribe(Set<Ticker> tickers);

        /// Ends the connection and the attempts.
        @Override
        void close();
    }
}
