package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.wire.WireNode;

/// What is said over one connection.
interface Conversation {

    /// The socket is open.
    void opened(Speaker speaker);

    /// A frame has come.
    void said(WireNode frame, Speaker speaker);

    /// The connection has ended; it will be tried again.
    void ended(String reason);

    /// Sends frames.
    interface Speaker {

        /// Sends one text frame.
        void say(String json);

        /// The other side has accepted us: the next pause after an end is short again.
        void accepted();

        /// Ends the connection.
        void leave(String reason);
    }
}
