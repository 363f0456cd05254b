/// Brings stored alerts to a person: by a line of the log, a webhook, an e-mail.
///
/// ## Entry points
///
/// [io.opspipeline.local.alert.AlertDelivery], [io.opspipeline.local.alert.AlertSettings],
/// [io.opspipeline.local.alert.TestAlert].
///
/// ## Invariants
///
/// 1. Each channel has a thread of its own; none waits for another, and nobody waits for a channel.
/// 2. An alert is sent once per channel. It can be sent twice only when a runner dies, or a channel
///    is silent, between the send and its answer; both carry the same event id.
/// 3. What a channel did not take is tried again for 24 hours, with growing pauses.
/// 4. No message, reason or log line holds a password or the address of a webhook.
@NullMarked
package io.opspipeline.local.alert;

import org.jspecify.annotations.NullMarked;
