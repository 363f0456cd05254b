/// Where the broker is, and the files of a home folder that say so.
///
/// ## Entry points
///
/// [io.opspipeline.local.broker.BrokerAccess] is what a command needs to speak to the broker;
/// [io.opspipeline.local.broker.BrokerFile] holds the broker settings that `init` found out.
///
/// ## Invariants
///
/// 1. A file is replaced whole or not at all, and can be read by its owner alone.
/// 2. What the environment says goes before what a file says.
/// 3. No key shows in a text.
@NullMarked
package io.opspipeline.local.broker;

import org.jspecify.annotations.NullMarked;
