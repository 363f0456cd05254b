package io.opspipeline.ports.market;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.QuoteReading;
import java.util.Map;
import java.util.Set;

/// The stream of option quotes.
public interface OptionQuoteStream {

    /// Connects, subscribes, and keeps connecting with growing, jittered pauses until closed. The
    /// listener is called by one thread at a time. Of more contracts than the plan allows the last
    /// by symbol are left out, and a person is told.
    Connection open(Set<OccSymbol> contracts, Listener listener);

    /// Takes what the stream brings.
    interface Listener {

        /// Connected and subscribed. Quotes may have been missed before: fill the gap.
        void connected();

        /// What one frame says of its contracts, the last word on each, sighted at the clock's
        /// time.
        void quotes(Map<OccSymbol, QuoteReading> quotes);

        /// The connection ended; it will be tried again.
        ///
        /// @param reason what ended it
        void disconnected(String reason);
    }

    /// An open stream.
    interface Connection extends AutoCloseable {

        /// Replaces the set of contracts. Returns when the change is confirmed, or would have been
        /// in time. Says nothing where the stream brings just these.
        ///
        /// @return true when the stream brings just these; else the change is to be asked for again
        boolean subscribe(Set<OccSymbol> contracts);

        /// Ends the connection and the attempts.
        @Override
        void close();
    }
}
