package io.opspipeline.exchange.venue;

/// Hears what happens to orders.
@FunctionalInterface
public interface VenueListener {

    /// Called in order of [VenueEvent#sequence], by one thread at a time, on the thread whose call
    /// made it happen and before that call returns; so an event may precede the answer. The books
    /// are not locked meanwhile. It may read the venue; it must not submit, cancel or advance, nor
    /// wait for another thread that does.
    void happened(VenueEvent event);
}
