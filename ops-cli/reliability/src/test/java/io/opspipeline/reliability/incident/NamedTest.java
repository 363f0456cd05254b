package io.opspipeline.reliability.incident;

import io.opspipeline.reliability.scenario.Catalogue;
import io.opspipeline.testkit.RepositoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A test as a report shows it.
///
/// @param type the simple name of its class
/// @param name its display name
record NamedTest(String type, String name) {

    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Set<String> PASSED_OVER = Set.of("target", ".git");

    /// The name may be a text of several parts.
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:@DisplayName\\(|@ParameterizedTest\\(name =)\\s*(?<parts>(?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)");

    private static final Pattern PART = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /// Such as `incident 37`, `incidents 3 and 4`, `incidents 20, 41 and 66`.
    private static final Pattern INCIDENTS =
            Pattern.compile("incidents? (?<numbers>\\d+(?:(?:, | and )\\d+)*)");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /// Every test of the repository that has a name of its own, and every scenario of the
    /// catalogue; by class.
    static List<NamedTest> all() throws IOException {
        try (Stream<Path> files = Files.walk(RepositoryFiles.root())) {
            Stream<NamedTest> tests =
                    files.filter(NamedTest::isTestSource).flatMap(NamedTest::named);
            return Stream.concat(tests, scenarios())
                    .sorted(Comparator.comparing(NamedTest::type))
                    .toList();
        }
    }

    /// The numbers of the incidents that the name tells.
    Set<Integer> incidents() {
        Set<Integer> numbers = new TreeSet<>();
        INCIDENTS
                .matcher(name)
                .results()
                .flatMap(list -> NUMBER.matcher(list.group("numbers")).results())
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .forEach(numbers::add);
        return numbers;
    }

    static Stream<NamedTest> namedIn(String type, String source) {
        return NAME.matcher(source)
                .results()
                .map(found -> new NamedTest(type, joined(found.group("parts"))));
    }

    private static Stream<NamedTest> scenarios() {
        return Catalogue.all().stream()
                .map(scenario ->
                        new NamedTest(
                                "CatalogueTest",
                                "fault %s: %s".formatted(scenario.name(), scenario.story())));
    }

    private static boolean isTestSource(Path file) {
        Path inside = RepositoryFiles.root().relativize(file);
        return inside.toString().contains(TESTS.toString())
                && inside.toString().endsWith("Test.java")
                && Stream.iterate(inside, Path::getParent)
                        .takeWhile(path -> path != null)
                        .noneMatch(path -> PASSED_OVER.contains(path.getFileName().toString()));
    }

    private static Stream<NamedTest> named(Path file) {
        try {
            String type = file.getFileName().toString().replace(".java", "");
            return namedIn(type, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String joined(String parts) {
        Matcher part = PART.matcher(parts);
        return String.join("", part.results().map(each -> each.group(1)).toList());
    }
}
