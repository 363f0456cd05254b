/// The `alerts` commands: what was told, whether it arrived, and whether it would.
///
/// ## Entry points
///
/// [io.opspipeline.cli.alert.AlertsCommand].
///
/// ## Invariants
///
/// 1. Nothing printed holds a password or the address of a webhook.
@NullMarked
package io.opspipeline.cli.alert;

import org.jspecify.annotations.NullMarked;
