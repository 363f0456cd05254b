package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.wire.WireNode;
import tools.jackson.databind.JsonNode;

/// Our side of the talk over one connection after another. Called by one thread at a time.
interface Conversation {

    /// A new connection is open.
    void opened(Speaker speaker);

    /// A frame has come.
    void heard(WireNode frame, Speaker speaker);

    /// The connection has ended; it will be tried again.
    void ended(String reason);

    /// Speaks over the connection.
    interface Speaker {

        /// Sends one frame.
        void say(JsonNode message);

        /// The other side has taken us in: whoever waits for the connection need not wait longer,
        /// and the pause after its end is short again.
        void accepted();

        /// Ends the connection.
        void leave(String reason);
    }
}
