/// What a person should know, and how far each channel is with telling it.
///
/// ## Entry points
///
/// [io.opspipeline.persistence.alert.PostgresAlerts],
/// [io.opspipeline.persistence.alert.AlertDeliveries],
/// [io.opspipeline.persistence.alert.AlertBell].
///
/// ## Invariants
///
/// 1. An event id is stored once.
/// 2. An alert has one row per channel, and one sender at a time.
/// 3. A delivery ends DELIVERED or GIVEN_UP; one that was given up says why.
@NullMarked
package io.opspipeline.persistence.alert;

import org.jspecify.annotations.NullMarked;
