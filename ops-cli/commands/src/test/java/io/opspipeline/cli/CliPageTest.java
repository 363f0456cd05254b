package io.opspipeline.cli;

import io.opspipeline.testkit.WrittenPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CliPageTest {

    @Test
    void theDocumentSaysWhatTheCommandsSay() throws IOException {
        String page = new CliPage(OpsCli.commandLine(), Transcript.read()).text();
        new WrittenPage("docs/cli.md").requireSays(page);
    }
}
