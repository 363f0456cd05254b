package io.opspipeline.domain.position;

import io.opspipeline.domain.money.Price;
import java.time.LocalDate;

/// The last mid that was seen of a position in a session.
///
/// @param session New York date
/// @param mid per share
public record SessionMid(LocalDate session, Price mid) {}
