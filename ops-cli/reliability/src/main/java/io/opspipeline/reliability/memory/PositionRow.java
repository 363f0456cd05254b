package io.opspipeline.reliability.memory;

import io.opspipeline.domain.position.Position;

/// A position that is held.
///
/// @param id the row, positive
/// @param position what its fills made
record PositionRow(long id, Position position) {}
