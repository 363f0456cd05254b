package io.opspipeline.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The memory that processes occupy, read from `/proc`. A page that several share counts for each
/// with its part, so that a sum is what the machine gives.
final class ResidentMemory {

    private static final List<String> FILES = List.of("smaps_rollup", "status");
    private static final List<String> KEYS = List.of("Pss:", "VmRSS:");
    private static final long KIB = 1024;

    private ResidentMemory() {}

    /// One process, in bytes; empty where the system does not tell.
    static OptionalLong of(long pid) {
        for (int i = 0; i < FILES.size(); i++) {
            OptionalLong read = read(Path.of("/proc", Long.toString(pid), FILES.get(i)), i);
            if (read.isPresent()) {
                return read;
            }
        }
        return OptionalLong.empty();
    }

    /// A process and all that it started, in bytes; empty where the system does not tell.
    static OptionalLong ofTree(long pid) {
        Stream<Long> children =
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid);
        List<OptionalLong> all =
                Stream.concat(Stream.of(pid), children).map(ResidentMemory::of).toList();
        return all.stream().allMatch(OptionalLong::isEmpty)
                ? OptionalLong.empty()
                : OptionalLong.of(all.stream().mapToLong(each -> each.orElse(0)).sum());
    }

    private static OptionalLong read(Path file, int kind) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(KEYS.get(kind)))
                    .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException _) {
            return OptionalLong.empty();
        }
    }
}
