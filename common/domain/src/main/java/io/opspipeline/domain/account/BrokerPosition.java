package io.opspipeline.domain.account;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;

/// A position as the broker sees it.
///
/// @param instrument what is held
/// @param quantity contracts or shares; negative when short
/// @param averageEntry average price per share
public record BrokerPosition(Instrument instrument, int quantity, Price averageEntry) {}
