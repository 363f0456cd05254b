package io.opspipeline.exchange.wire;

import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.http.RequestDesk;
import io.opspipeline.exchange.wire.memory.MemoryClient;
import io.opspipeline.exchange.wire.stream.Streams;
import java.net.URI;
import java.net.http.HttpClient;

/// A venue for clients in the same JVM and thread: what they send and get are the same bytes as
/// over the network, and nothing is ever on its way.
public final class MemoryExchange implements AutoCloseable {

    private final RequestDesk desk;
    private final Streams streams;
    private final Venue.Registration events;
    private final Venue.Registration steps;

    private MemoryExchange(Venue venue, WireSettings settings) {
        desk = Fronts.requests(venue, settings);
        streams = new Streams(venue, settings.streams(), settings.plan());
        events = venue.listen(streams::happened);
        steps = venue.listenToSteps(streams::stepped);
    }

    /// Opens it in lockstep with its driver: frames wait for a flush.
    public static MemoryExchange open(Venue venue) {
        return new MemoryExchange(venue, WireSettings.lockstep());
    }

    /// The same for who does not try how often one may ask.
    ///
    /// @param requests a minute of each API, for each account
    public static MemoryExchange open(Venue venue, int requests) {
        return new MemoryExchange(venue, WireSettings.lockstep().withLimits(requests, requests));
    }

    /// A client of its own for a process.
    public HttpClient client() {
        return new MemoryClient(desk, streams);
    }

    /// What to put before a path; nobody listens there.
    public static URI url() {
        return URI.create("http://exchange.invalid");
    }

    /// Has every queued frame handled: order events first, then bars, then option quotes.
    public void flush() {
        streams.flush();
    }

    /// Frames that were handled so far, handshake answers included.
    public long framesSent() {
        return streams.framesSent();
    }

    /// Closes the streams of order events.
    public void dropOrderStreams() {
        streams.dropOrders();
    }

    /// Closes the streams of bars and quotes.
    public void dropPriceStreams() {
        streams.dropPrices();
    }

    @Override
    public void close() {
        events.close();
        steps.close();
        streams.drop();
    }
}
