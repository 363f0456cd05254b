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
@NullMarked
package io.opspipeline.alpaca.stream;

import org.jspecify.annotations.NullMarked;
