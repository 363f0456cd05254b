package io.opspipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher in a repository whose Maven and Java only say that they were called.
@Timeout(60)
class LauncherTest {

    private static final Instant OLD = Instant.parse("2025-01-02T15:00:00Z");
    private static final Path REPOSITORY = Path.of("").toAbsolutePath().resolve("../..");
    private static final String LAUNCHER = "ops-cli/ops-cli";
    private static final String FIND_JDK = ".mvn/find-jdk.sh";
    private static final String JAR = "ops-cli/commands/target/ops-cli-commands.jar";

    @TempDir private Path root = Path.of("");

    @BeforeEach
    void lay() throws IOException {
        for (String folder : List.of("common", "services", "db", "jdk/bin", "home")) {
            Files.createDirectories(root.resolve(folder));
        }
        script(LAUNCHER, Files.readString(REPOSITORY.resolve(LAUNCHER)));
        script(FIND_JDK, Files.readString(REPOSITORY.resolve(FIND_JDK)));
        script("mvnw", "#!/bin/sh\necho BUILD >&2\nexit 1\n");
        script("jdk/bin/javac", "#!/bin/sh\n");
        script("jdk/bin/java", "#!/bin/sh\necho \"$*\"\n");
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.createDirectories(root.resolve("ops-cli/commands/target/lib"));
        Files.writeString(root.resolve(JAR), "");
        Files.setLastModifiedTime(root.resolve(JAR), FileTime.from(OLD));
    }

    /// What came of a command line.
    private record Ran(int code, String out, String err) {}

    @ParameterizedTest
    @ValueSource(strings = {"halt", "resume", "flatten", "down", "status", "positions"})
    @DisplayName("an order in need never waits for a build, and is told which one it runs")
    void runsUrgentWordsAtOnce(String command) throws Exception {
        Ran ran = launch(command, "--json");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).endsWith("OpsCli " + command + " --json\n");
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .contains("sources are newer", "not built anew");
    }

    @Test
    @DisplayName("nothing is built while services run from the jars that a build would replace")
    void leavesTheJarsOfARunAlone() throws Exception {
        try (var _ = supervisor()) {
            Files.createDirectories(root.resolve("home/postgres"));
            Files.writeString(
                    root.resolve("home/postgres/holder"),
                    Long.toString(ProcessHandle.current().pid()));

            Ran ran = launch("up");

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.out()).endsWith("OpsCli up\n");
            assertThat(ran.err().lines()).singleElement().asString().contains("ops-cli down");
        }
    }

    @Test
    @DisplayName("a run that is just starting holds no database yet, and is left alone too")
    void leavesAStartingRunAlone() throws Exception {
        try (var _ = supervisor()) {
            assertThat(launch("config", "list").code()).isZero();
        }
    }

    @Test
    @DisplayName("the socket of a supervisor that was killed keeps nobody from building")
    void buildsAfterAKilledRun() throws Exception {
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        try (var _ = supervisor()) {
            Files.createDirectories(root.resolve("home/postgres"));
            Files.writeString(root.resolve("home/postgres/holder"), Long.toString(killed.pid()));

            assertThat(launch("up").err()).contains("the build failed");
        }
    }

    @Test
    @DisplayName("other commands build first, and an urgent one does when there is no jar")
    void buildsWhereItMay() throws Exception {
        assertThat(launch("config", "list").code()).isEqualTo(1);

        Files.delete(root.resolve(JAR));
        Ran ran = launch("halt");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("building ops-pipeline", "the build failed");
    }

    @Test
    @DisplayName("nothing is said while the jar is newer than its sources")
    void isSilentWhenFresh() throws Exception {
        Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.from(OLD.minusSeconds(60)));

        Ran ran = launch("halt");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    private ServerSocketChannel supervisor() throws IOException {
        Path folder = Files.createDirectories(root.resolve("home/run"));
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(folder.resolve("supervisor.sock")));
    }

    private Ran launch(String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(root.resolve(LAUNCHER).toString()));
        line.addAll(List.of(words));
        Path out = root.resolve("out");
        Path err = root.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().put("OPS_HOME", root.resolve("home").toString());
        int code = builder.start().waitFor();
        return new Ran(code, Files.readString(out), Files.readString(err));
    }

    private void script(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setLastModifiedTime(file, FileTime.from(OLD.minusSeconds(60)));
    }
}
