/// What can be traded: a stock or a standard option contract.
///
/// ## Entry points
///
/// [io.opspipeline.domain.instrument.OccSymbol], [io.opspipeline.domain.instrument.Instrument].
///
/// ## Invariants
///
/// 1. Printing an OCC symbol and parsing it again gives the same symbol.
/// 2. A position or an order names an instrument, never a bare underlying.
@NullMarked
package io.opspipeline.domain.instrument;

import org.jspecify.annotations.NullMarked;
