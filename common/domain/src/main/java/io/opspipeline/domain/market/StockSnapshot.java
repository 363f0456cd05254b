package io.opspipeline.domain.market;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import java.time.Instant;
import java.util.Optional;

/// A stock as the data feed shows it now.
///
/// @param ticker the stock
/// @param reading its quote, or why there is none
/// @param lastPrice price of the last trade; empty when there is none
/// @param lastTradeAt when that trade happened, UTC
public record StockSnapshot(
        Ticker ticker,
        QuoteReading reading,
        Optional<Price> lastPrice,
        Optional<Instant> lastTradeAt) {}
