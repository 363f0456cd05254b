package io.opspipeline.exchange.venue;

final class FillChance {}
