package io.opspipeline.testkit;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Data folders named after the process that owns them, so that those of killed JVMs can be
/// removed.
final class DataFolders {

    private static final String PREFIX = "ops-testkit-";

    private DataFolders() {}

    /// An absent folder for this JVM; removes what dead JVMs left beside it.
    static Path fresh(Path parent) throws IOException {
        try (var folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var folder : folders) {
                if (isAbandoned(folder)) {
                    delete(folder);
                }
            }
        }
        return parent.resolve(PREFIX + ProcessHandle.current().pid());
    }

    private static boolean isAbandoned(Path folder) {
        var pid = folder.getFileName().toString().substring(PREFIX.length());
        return ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                            throws IOException {
                        Files.deleteIfExists(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
