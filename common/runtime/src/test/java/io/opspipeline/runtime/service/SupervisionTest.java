package io.opspipeline.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SupervisionTest {

    @Test
    @DisplayName("incident 53: a process whose end hangs is ended by force with its supervisor")
    void endsByForceWhatDoesNotEnd() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                HangingExit.class.getName())
                        .redirectError(Redirect.DISCARD)
                        .start();
        try (var lines = process.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("ready 1");

            process.getOutputStream().close();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("it has ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
