package io.opspipeline.reliability.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CatalogueNamesTest {

    /// The services that read news and ask a language model do not exist yet.
    private static final Set<String> NOT_YET = Set.of("AI/news");

    /// Such as `- **Submit (12):** ACK-LOST · ACK-LATE-AFTER-RETRY`.
    private static final Pattern CATEGORY =
            Pattern.compile("- \\*\\*(?<category>.+) \\(\\d+\\):\\*\\* (?<names>.+)");

    @Test
    @DisplayName("no two scenarios have one name")
    void namesEachOnce() {
        assertThat(names()).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("every fault of the fault catalogue has its scenario")
    void leavesNoneOut() throws IOException {
        List<String> wanted =
                Files.readAllLines(SharedFiles.require("../faults.md")).stream()
                        .map(CATEGORY::matcher)
                        .filter(Matcher::matches)
                        .filter(line -> !NOT_YET.contains(line.group("category")))
                        .flatMap(line -> Stream.of(line.group("names").split(" · ")))
                        .toList();

        assertThat(wanted).hasSizeGreaterThanOrEqualTo(64);
        assertThat(names()).containsAll(wanted);
    }

    private static List<String> names() {
        return Catalogue.all().stream().map(Scenario::name).toList();
    }
}
