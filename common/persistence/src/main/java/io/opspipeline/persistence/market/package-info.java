/// The universe, minute bars and features.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.market.PostgresUniverse],
/// [io.opspipeline.persistence.market.PostgresBars],
/// [io.opspipeline.persistence.market.PostgresFeatures].
///
/// ## Invariants
///
/// 1. A replay of stored bars changes no row.
/// 2. A correction is never overwritten by the bar it corrected.
@NullMarked
package io.opspipeline.persistence.market;

import org.jspecify.annotations.NullMarked;
