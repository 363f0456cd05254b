package io.opspipeline.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Files of this repository, found upward from the working folder (Maven runs a test in its
/// module).
public final class RepositoryFiles {

    private RepositoryFiles() {}

    /// The nearest file or folder of that relative path, absolute; absent when no folder above has
    /// it.
    public static Optional<Path> find(String relative) {
        return upward().map(folder -> folder.resolve(relative)).filter(Files::exists).findFirst();
    }

    /// The top folder of the repository.
    ///
    /// @throws IllegalStateException outside of it
    public static Path root() {
        return find("mvnw")
                .map(Path::getParent)
                .orElseThrow(() -> new IllegalStateException("not inside the repository"));
    }

    static Stream<Path> upward() {
        return Stream.iterate(
                Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent);
    }
}
