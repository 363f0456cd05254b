package io.opspipeline.alpaca.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.testkit.SharedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What Alpaca and the authors of its libraries published as examples.
class PublishedAnswersTest {

    @Test
    void readsEveryPublishedBody() {
        List<Path> files = jsonFiles(SharedFiles.require("alpaca-json"));
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(files)
                .allSatisfy(file ->
                        assertThatCode(() -> Readers.readAll(node(Files.readString(file))))
                                .doesNotThrowAnyException());
    }

    @Test
    void readsTheMultilegFillWithItsEmptyWords() throws IOException {
        Path fill = SharedFiles.require("alpaca-openapi/examples/trade_update_mleg_fill.json");
        Readers.readAll(node(Files.readString(fill)));
    }

    @Test
    void readsEveryExampleOfTheDescriptions() {
        List<JsonNode> examples =
                Stream.of("trading-openapi.yaml", "data-openapi.yaml")
                        .map(name -> SharedFiles.require("alpaca-openapi/" + name))
                        .map(file -> new YAMLMapper().readTree(file))
                        .flatMap(PublishedAnswersTest::examples)
                        .toList();
        assertThat(examples).hasSizeGreaterThan(50);
        assertThat(examples)
                .allSatisfy(example ->
                        assertThatCode(() -> Readers.readAll(node(example.toString())))
                                .doesNotThrowAnyException());
    }

    private static Stream<JsonNode> examples(JsonNode node) {
        return Stream.concat(
                Stream.of("example", "value").map(node::path).filter(JsonNode::isContainer),
                node.valueStream().flatMap(PublishedAnswersTest::examples));
    }

    // Some snippets are transcripts and no JSON; they must be turned down, not thrown on.
    private static WireNode node(String text) {
        return WireNode.parse(text).or(() -> WireNode.parse("{}")).orElseThrow();
    }

    private static List<Path> jsonFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(json|txt)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void turnsDownWhatIsNoJson() {
        assertThat(WireNode.parse("<html>502 Bad Gateway</html>")).isEmpty();
        assertThat(WireNode.parse("")).isEmpty();
    }
}
