/// The network face of the simulated exchange: Alpaca's protocol over HTTP and WebSocket.
///
/// ## Entry points
///
/// [io.opspipeline.exchange.wire.ExchangeServer] over an [io.opspipeline.exchange.venue.Venue]; the
/// driver of the venue calls its `publishBars` and `flush`.
///
/// ## Invariants
///
/// 1. Only bars that have closed by the venue's time are ever shown.
/// 2. Stream events wait for `flush`; answers to a client's own message are sent at once.
/// 3. Each client's frames are a function of what the venue did and of what the client sent.
@NullMarked
package io.opspipeline.exchange.wire;

import org.jspecify.annotations.NullMarked;
