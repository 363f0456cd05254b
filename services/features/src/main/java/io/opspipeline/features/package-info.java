/// Computes a feature row of every active ticker at every closed minute bar (trading rules, section
/// 5).
///
/// ## Entry points
///
/// [io.opspipeline.features.FeaturesConfiguration] is the map of the service; `FeaturesJob` is its
/// only job.
///
/// ## Invariants
///
/// 1. Only bars that closed by the tick's `asOf`, inside a session, enter a row.
/// 2. A row is a function of the stored bars of 10 sessions: a restart makes the same rows.
/// 3. A stored bar that changed, or came late, leads to the rows from there on being made again.
/// 4. A run that could not store its rows makes them again at the next tick.
@NullMarked
package io.opspipeline.features;

import org.jspecify.annotations.NullMarked;
