/// How results look: JSON, tables, colour.
///
/// ## Entry points
///
/// [io.opspipeline.cli.output.Json], [io.opspipeline.cli.output.TextTable],
/// [io.opspipeline.cli.output.Style].
///
/// ## Invariants
///
/// 1. Colour is used on a terminal only, and never when `NO_COLOR` is set.
@NullMarked
package io.opspipeline.cli.output;

import org.jspecify.annotations.NullMarked;
