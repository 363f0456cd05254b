package io.opspipeline.alpaca.probe;

/// The first page of a chain.
///
/// @param contracts how many it shows
/// @param quoted how many of them have a quote
public record QuotedChain(int contracts, int quoted) {}
