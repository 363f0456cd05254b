package io.opspipeline.domain.market;

/// A bar with where it came from.
///
/// @param bar the bar
/// @param source how it arrived
/// @param feed the broker's feed, such as `sip` or `iex`; statistics of two feeds are never mixed
public record StoredBar(Bar bar, BarSource source, String feed) {}
