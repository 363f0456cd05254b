package io.opspipeline.ports.broker;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.SpreadUpdate;

/// The broker's stream of order events, one connection per account.
public interface TradingStream {

    /// Connects, and keeps connecting with growing, jittered pauses until closed. The listener is
    /// called by one thread at a time.
    Connection open(AccountId account, Listener listener);

    /// Takes what the stream brings.
    interface Listener {

        /// Connected, authorised and listening. Events may have been lost before: reconcile.
        void connected();

        /// News of one order. The frame counts as handled when this returns.
        void updated(OrderUpdate update);

        /// News of one spread. Whoever trades none hears of those that somebody else has sent, and
        /// need not care. The frame counts as handled when this returns.
        default void spreadUpdated(SpreadUpdate update) {}

        /// The connection ended; it will be tried again.
        ///
        /// @param reason what ended it
        void disconnected(String reason);
    }

    /// An open stream.
    interface Connection extends AutoCloseable {

        /// Ends the connection and the attempts.
        @Override
        void close();
    }
}
