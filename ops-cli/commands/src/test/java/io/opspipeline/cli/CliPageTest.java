package io.opspipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.RepositoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CliPageTest {

    private static final String WRITE = "ops.docs.write";

    @Test
    void theDocumentSaysWhatTheCommandsSay() throws IOException {
        String page = new CliPage(OpsCli.commandLine(), Transcript.read()).text();
        Path file = RepositoryFiles.root().resolve("docs/cli.md");
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(file, page);
        }

        assertThat(file)
                .as("run this test with -D%s=true, and look at what has changed", WRITE)
                .exists()
                .hasContent(page);
    }
}
