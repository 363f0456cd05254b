package io.opspipeline.cli.up;

import io.opspipeline.cli.output.Style;
import io.opspipeline.cli.output.TextTable;
import io.opspipeline.local.up.ProcessState;
import io.opspipeline.local.up.RunState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// A run of processes, for people.
final class RunText {

    private static final double MIB = 1024.0 * 1024.0;

    private final Style style;

    RunText(Style style) {
        this.style = style;
    }

    List<String> lines(RunState run) {
        TextTable table =
                TextTable.of("process", "state", "pid", "ready after", "restarts", "memory", "");
        run.processes().forEach(process -> row(table, process, run));
        table.row(
                "supervisor", "ready", run.supervisorPid(), "", "", mib(run.supervisorBytes()), "");
        table.row("postgresql", "ready", "", "", "", mib(run.databaseBytes()), "");
        List<String> lines = new ArrayList<>();
        lines.add(style.strong("%s, %s: %s".formatted(run.mode(), run.broker(), run.phase())));
        lines.addAll(table.lines());
        lines.add(
                "%.2f GiB of memory in all, pages that processes share counted once"
                        .formatted(run.totalBytes() / MIB / 1024));
        return lines;
    }

    private static void row(TextTable table, ProcessState process, RunState run) {
        table.row(
                process.name(),
                process.state().name().toLowerCase(Locale.ROOT),
                process.pid().isPresent()
                        ? Optional.of(process.pid().getAsLong())
                        : Optional.empty(),
                after(process, run),
                process.restarts(),
                mib(process.residentBytes()),
                process.detail().orElse(""));
    }

    private static Optional<String> after(ProcessState process, RunState run) {
        return process.state() == ProcessState.State.READY
                ? Optional.of(
                        "%.1f s"
                                .formatted(
                                        Duration.between(run.startedAt(), process.since())
                                                        .toMillis()
                                                / 1000.0))
                : Optional.empty();
    }

    private static Optional<String> mib(OptionalLong bytes) {
        return bytes.isPresent()
                ? Optional.of("%.0f MiB".formatted(bytes.getAsLong() / MIB))
                : Optional.empty();
    }
}
