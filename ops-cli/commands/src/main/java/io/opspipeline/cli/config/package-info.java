/// The `config` command: settings of all services, their changes, and taking them back.
///
/// ## Entry points
///
/// [io.opspipeline.cli.config.ConfigCommand].
///
/// ## Invariants
///
/// 1. What a service would refuse is not stored.
/// 2. A secret is never shown and never stored.
@NullMarked
package io.opspipeline.cli.config;

import org.jspecify.annotations.NullMarked;
