/// The report of a day: one self-contained HTML file that needs no network.
///
/// ## Entry points
///
/// [io.opspipeline.cli.report.Report].
///
/// ## Invariants
///
/// 1. Everything the page shows is in the file: charting library, data and style.
@NullMarked
package io.opspipeline.cli.report;

import org.jspecify.annotations.NullMarked;
