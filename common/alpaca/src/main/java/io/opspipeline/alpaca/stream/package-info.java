/// Alpaca's streams over WebSocket: order events of an account, minute bars, and option quotes.
///
/// ## Entry points
///
/// [io.opspipeline.alpaca.stream.AlpacaTradingStream],
/// [io.opspipeline.alpaca.stream.AlpacaBarStream],
/// [io.opspipeline.alpaca.stream.AlpacaOptionQuoteStream].
///
/// ## Invariants
///
/// 1. Every frame, of any kind, counts as handled once, when its effect is done.
/// 2. A connection that ends is tried again after a growing, jittered pause, until it is closed.
/// 3. A listener is called by one thread at a time, and hears nothing of a connection that is over.
/// 4. A frame that cannot be handled does not end the stream.
/// 5. An end that nobody tells is found by pings, within twice the time between them.
///
/// ## What the JDK does not tell
///
/// The JDK's WebSocket, as of 25, always tells a good-bye and a reset. A mere end of input it
/// forgets when it reads it after a frame and before the request for the next one has arrived: it
/// throws an `InternalError` at itself (`acknowledgeReception` without demand), and calls neither
/// `onClose` nor `onError`. No order of our calls prevents that. Only pings find it, so a stream
/// without pings needs a server that says good-bye, as the simulated exchange does.
@NullMarked
package io.opspipeline.alpaca.stream;

import org.jspecify.annotations.NullMarked;
