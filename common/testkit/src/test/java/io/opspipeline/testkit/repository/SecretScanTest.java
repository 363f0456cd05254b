package io.opspipeline.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A-12: the repository passes a secret scan")
class SecretScanTest {

    // None of these matches its own source text.
    private static final Map<String, Pattern> SECRETS =
            Map.of(
                    "private key", Pattern.compile("-----BEGIN ([A-Z]+ )?PRIVATE KEY-----"),
                    "AWS key id", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
                    "broker key id", Pattern.compile("\\b(PK|AK)(?=[A-Z]*[0-9])[0-9A-Z]{18}\\b"),
                    "access token", Pattern.compile("\\b(gh[pousr]_|xox[bp]-|sk-)[0-9A-Za-z]{20}"),
                    "written password",
                            Pattern.compile(
                                    "(?i)(secret|password|token|api[_-]?key)\"?\\s*[:=]\\s*"
                                            + "\"?(?=[a-z]*[0-9])[0-9a-z+/]{24,}"),
                    "machine path", Pattern.compile("/(root|work|home/[a-z]+|Users/[A-Za-z]+)/\\w"),
                    "registry host",
                            Pattern.compile(
                                    "(?i)\\b(repo1?|artifactory|nexus|registry)\\.[a-z0-9.-]+\\.(com|org|io|net)\\b"));

    @Test
    void findsNothingInTheFilesThatGitTracks() throws IOException {
        try (var files = TrackedFiles.all()) {
            assertThat(files.flatMap(SecretScanTest::findings)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AWS key id, AKIA, IOSFODNN7EXAMPLE",
        "machine path, /home/trader, /keys.txt",
        "broker key id, PK, 0123456789ABCDEFGH",
        "private key, '-----BEGIN ', PRIVATE KEY-----",
        "registry host, repo.maven, .apache.org",
        "written password, password=, 0a1b2c3d4e5f6a7b8c9d0e1f"
    })
    void knowsASecretWhenItSeesOne(String kind, String start, String end) {
        assertThat(start + end).containsPattern(SECRETS.get(kind));
    }

    private static Stream<String> findings(Path file) {
        var text = text(file);
        return SECRETS.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(text).find())
                .map(kind -> "%s: %s".formatted(file, kind.getKey()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
