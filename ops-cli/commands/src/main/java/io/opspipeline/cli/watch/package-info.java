/// The `watch` command: the whole pipeline on one screen, redrawn every second.
///
/// ## Entry points
///
/// [io.opspipeline.cli.watch.WatchCommand]; [io.opspipeline.cli.watch.ServiceLines] is where those
/// who know the processes add what they know.
///
/// ## Invariants
///
/// 1. A frame is one pass of small queries over one connection.
/// 2. While the database is away the screen says so and since when, and comes back by itself.
/// 3. However it ends, the terminal is as it was.
@NullMarked
package io.opspipeline.cli.watch;

import org.jspecify.annotations.NullMarked;
