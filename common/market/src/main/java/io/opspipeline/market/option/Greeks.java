package io.opspipeline.market.option;

/// Sensitivities of an option's value per share.
///
/// @param delta per dollar of the spot
/// @param gamma of delta, per dollar of the spot
/// @param vega per 1.00 of volatility (divide by 100 for one volatility point)
/// @param theta per year of time passing (divide by 365 for a calendar day)
public record Greeks(double delta, double gamma, double vega, double theta) {}
