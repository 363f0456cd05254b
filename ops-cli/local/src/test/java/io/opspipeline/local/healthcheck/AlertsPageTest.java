package io.opspipeline.local.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.RepositoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Whoever gets an alert looks for its event id on the page of alerts.
class AlertsPageTest {

    /// The first word of an event id, where one is raised, where a condition is made, and where a
    /// statement makes one.
    private static final Pattern EVENT =
            Pattern.compile(
                    "raise\\([^;\"]*\"([a-z][a-z-]*)[ :]"
                            + "|(?:critical|warning)\\(\\s*\"([a-z][a-z-]*)[ \"]"
                            + "|'([a-z][a-z-]*) ' \\|\\| [^\\n]* as event_id");

    @Test
    @DisplayName("each event that the sources can raise stands in docs/alerts.md")
    void namesEveryEvent() throws IOException {
        Set<String> events = events();
        String page = Files.readString(RepositoryFiles.root().resolve("docs/alerts.md"));

        assertThat(events).hasSizeGreaterThan(30);
        assertThat(events).allMatch(event -> page.contains("`" + event + "`"));
    }

    private static Set<String> events() throws IOException {
        var events = new TreeSet<String>();
        for (String part : Set.of("common", "services", "ops-cli/local")) {
            try (Stream<Path> files = Files.walk(RepositoryFiles.root().resolve(part))) {
                events.addAll(
                        files.filter(AlertsPageTest::isSource)
                                .flatMap(AlertsPageTest::eventsOf)
                                .collect(Collectors.toSet()));
            }
        }
        return events;
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") && file.toString().contains("/src/main/");
    }

    private static Stream<String> eventsOf(Path file) {
        try {
            return EVENT.matcher(Files.readString(file))
                    .results()
                    .flatMap(found ->
                            Stream.of(1, 2, 3).map(found::group).filter(word -> word != null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
