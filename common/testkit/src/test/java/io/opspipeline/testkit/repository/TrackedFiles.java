package io.opspipeline.testkit.repository;

import io.opspipeline.testkit.RepositoryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The files that git tracks; a test of them is skipped where there is no git or no clone.
final class TrackedFiles {

    private TrackedFiles() {}

    static Stream<Path> all() throws IOException {
        var root = RepositoryFiles.root();
        Assumptions.assumeTrue(Files.exists(root.resolve(".git")), "not a git clone");
        var git =
                new ProcessBuilder("git", "ls-files", "-z")
                        .directory(root.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(listed.split("\0", -1))
                .filter(name -> !name.isEmpty())
                .map(root::resolve)
                .filter(Files::isRegularFile);
    }
}
