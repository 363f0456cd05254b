package io.opspipeline.reliability.incident;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.WrittenPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What went wrong in the system before this one, each with the tests that say that it cannot here.
class IncidentsPageTest {

    /// Execution and broker, positions and exits, accounts and risk. The others are of news, data,
    /// deployment and operations.
    private static final List<Integer> NUMBERS =
            IntStream.concat(IntStream.rangeClosed(1, 43), IntStream.rangeClosed(61, 70))
                    .boxed()
                    .toList();

    @Test
    @DisplayName("A test names each incident of execution, positions, accounts and risk")
    void namesEach() throws IOException {
        Map<Integer, List<NamedTest>> tests = tests();

        assertThat(NUMBERS)
                .allSatisfy(number ->
                        assertThat(tests.get(number))
                                .as("tests of incident " + number)
                                .isNotEmpty());
    }

    @Test
    void readsNamesInParts() {
        String source =
                """
                @DisplayName("incident 901: one")
                @DisplayName(
                        "A-2, incidents 903 and 904: two \\"parts\\""
                                + " and incidents 905, 906 and 907")
                @ParameterizedTest(name = "incident 908: {0}")
                // incident 909
                String incident = "incident 910";
                """;

        assertThat(NamedTest.namedIn("X", source).flatMap(test -> test.incidents().stream()))
                .containsExactly(901, 903, 904, 905, 906, 907, 908);
    }

    @Test
    void thePageSaysWhatTheTestsSay() throws IOException {
        new WrittenPage("docs/incidents.md").requireSays(page());
    }

    private static String page() throws IOException {
        return """
        # Incidents

        What went wrong in the system that this one replaces, where it touched orders, positions, accounts and risk, and the tests that show that it cannot go wrong so here. `IncidentsPageTest` finds the tests by their names and fails when an incident has none, or when this page says something else; `./mvnw -pl ops-cli/reliability -am -Dtest=IncidentsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dops.docs.write=true test` rewrites it.

        For [twelve of them](reliability.md#proofs-prevention-removed) the prevention was taken out, to see the test fail.

        | | what went wrong | tests that name it |
        |---|---|---|
        %s
        """
                .formatted(rows());
    }

    private static String rows() throws IOException {
        Map<Integer, List<NamedTest>> tests = tests();
        Map<Integer, String> words = words();
        assertThat(words.keySet()).containsExactlyElementsOf(NUMBERS);
        return NUMBERS.stream()
                .map(number ->
                        "| %d | %s | %s |"
                                .formatted(
                                        number,
                                        words.get(number),
                                        tests.getOrDefault(number, List.of()).stream()
                                                .map(IncidentsPageTest::cell)
                                                .collect(joining("<br>"))))
                .collect(joining("\n"));
    }

    private static String cell(NamedTest test) {
        return "`%s`: %s".formatted(test.type(), test.name().replace("|", "\\|"));
    }

    /// The tests that name each incident.
    private static Map<Integer, List<NamedTest>> tests() throws IOException {
        List<NamedTest> all = NamedTest.all();
        Map<Integer, List<NamedTest>> named = new TreeMap<>();
        for (Integer number : NUMBERS) {
            named.put(
                    number,
                    all.stream().filter(test -> test.incidents().contains(number)).toList());
        }
        return named;
    }

    /// What went wrong, by number.
    private static Map<Integer, String> words() throws IOException {
        Map<Integer, String> words = new TreeMap<>();
        for (String line : resource().lines().toList()) {
            String[] parts = line.split(" ", 2);
            words.put(Integer.valueOf(parts[0]), parts[1]);
        }
        return words;
    }

    private static String resource() throws IOException {
        try (InputStream in = IncidentsPageTest.class.getResourceAsStream("/incidents.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
