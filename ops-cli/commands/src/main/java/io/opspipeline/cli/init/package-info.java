/// The `init` command: makes a home folder ready for a broker.
///
/// ## Entry points
///
/// [io.opspipeline.cli.init.InitCommand].
///
/// ## Invariants
///
/// 1. Keys come from a prompt without echo, the environment or standard input, never from the
///    command line, and are never printed.
/// 2. Nothing is written before everything was asked, checked and confirmed.
@NullMarked
package io.opspipeline.cli.init;

import org.jspecify.annotations.NullMarked;
