/// The whole pipeline on one machine in processes of its own: one for each service, one for the
/// simulated exchange, and a supervisor that keeps them alive.
///
/// ## Entry points
///
/// [io.opspipeline.local.up.Supervisor] runs them, [io.opspipeline.local.up.ControlClient] speaks
/// to it, [io.opspipeline.local.up.ExchangeProcess] is the exchange.
///
/// ## Invariants
///
/// 1. One supervisor for each home folder.
/// 2. No process outlives its supervisor: each ends when its standard input does.
/// 3. What a process must know and others must not goes by its environment, never by its words.
@NullMarked
package io.opspipeline.local.up;

import org.jspecify.annotations.NullMarked;
