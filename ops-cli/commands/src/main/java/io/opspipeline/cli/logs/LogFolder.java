package io.opspipeline.cli.logs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The folder that every process of a home logs to: `dispatcher.log`, what was rotated away from it
/// (`dispatcher.log.2025-06-12.0.gz`), and `demo.log`, which all services of a demo share.
final class LogFolder {

    /// The file that all services of one process share; its lines name their service.
    static final String SHARED = "demo";

    private static final String ENDING = ".log";

    private final Path folder;

    LogFolder(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /// The names of those who write here, such as `dispatcher`.
    List<String> writers() throws IOException {
        return names(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .toList();
    }

    /// The file that a writer writes now.
    Path current(String writer) {
        return folder.resolve(writer + ENDING);
    }

    /// The lines of a writer's older files that may hold something since an instant.
    List<String> rotated(String writer, Optional<Instant> since) throws IOException {
        var lines = new ArrayList<String>();
        for (String name : names(each -> each.startsWith(writer + ENDING + ".")).toList()) {
            Path file = folder.resolve(name);
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            if (since.filter(changed::isBefore).isEmpty()) {
                lines.addAll(lines(file));
            }
        }
        return lines;
    }

    private Stream<String> names(Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(wanted)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
