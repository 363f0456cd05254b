package io.opspipeline.exchange.market;

import java.time.LocalDate;
import java.util.List;

/// What a market is.
///
/// @param day the traded day, New York
/// @param mode `generated`, `recorded`, or `recorded bars, generated chains`
/// @param seed the seed of everything generated and of the fill chances
/// @param remarks what a person should know, such as how active the day is; never empty text
public record MarketDescription(LocalDate day, String mode, long seed, List<String> remarks) {}
