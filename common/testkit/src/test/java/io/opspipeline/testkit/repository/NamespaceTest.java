package io.opspipeline.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.RepositoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NamespaceTest {

    private static final String SOURCES = "/src/main/java/";
    private static final Pattern PACKAGE =
            Pattern.compile("^package (?<name>[\\w.]+);$", Pattern.MULTILINE);

    @Test
    @DisplayName("incident 12: every package is ours by name, and lives in one module")
    void sharesNoPackage() throws IOException {
        Map<String, Set<String>> modules = new TreeMap<>();
        try (var files = TrackedFiles.all()) {
            files.map(file -> RepositoryFiles.root().relativize(file).toString())
                    .filter(file -> file.contains(SOURCES) && file.endsWith(".java"))
                    .forEach(file ->
                            modules.computeIfAbsent(packageOf(file), _ -> new TreeSet<>())
                                    .add(file.substring(0, file.indexOf(SOURCES))));
        }

        assertThat(modules).hasSizeGreaterThan(50);
        assertThat(modules.keySet()).allMatch(name -> name.startsWith("io.opspipeline."));
        assertThat(modules).allSatisfy((name, homes) -> assertThat(homes).as(name).hasSize(1));
    }

    private static String packageOf(String file) {
        try {
            String source = Files.readString(RepositoryFiles.root().resolve(Path.of(file)));
            Matcher declared = PACKAGE.matcher(source);
            return declared.find() ? declared.group("name") : "no package in " + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
