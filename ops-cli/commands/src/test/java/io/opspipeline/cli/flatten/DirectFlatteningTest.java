package io.opspipeline.cli.flatten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opspipeline.domain.account.AccountId;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectFlatteningTest {

    private static final Map<String, String> KEYS =
            Map.of("OPS_SECRET_LARGE_KEY_ID", "EK", "OPS_SECRET_LARGE_SECRET_KEY", "ES");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @Test
    @DisplayName("A-85: a supervisor that takes a call and never answers is not asked")
    void asksNoSupervisorForANamedBroker() throws IOException {
        Path socket = Files.createDirectories(home.resolve("run")).resolve("supervisor.sock");
        try (var stuck = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            stuck.bind(UnixDomainSocketAddress.of(socket));

            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> {
                        var flattening = new DirectFlattening(home, KEYS, Optional.of("paper"));
                        assertThat(flattening.targets().chosen(Optional.empty()))
                                .containsExactly(new AccountId("large"));
                        assertThat(flattening.warning())
                                .contains(
                                        "nothing is halted: services that run may enter again:"
                                                + " ops-cli halt, or ops-cli down");
                    });
        }
    }

    @Test
    @DisplayName("incident 70: an account with half a pair is told of, and does not stop others")
    void tellsOfHalfAPair() throws InterruptedException, IOException {
        Path file =
                Files.writeString(
                        home.resolve("secrets.properties"),
                        "large.key-id=LK\nlarge.secret-key=LS\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var flattening =
                new DirectFlattening(
                        home, Map.of("OPS_SECRET_LARGE_KEY_ID", "EK"), Optional.of("paper"));
        FlattenTargets targets = flattening.targets();

        assertThat(flattening.flatten(targets, targets.chosen(Optional.empty()), _ -> {}))
                .singleElement()
                .satisfies(done -> {
                    assertThat(done.flat()).isFalse();
                    assertThat(done.remarks())
                            .isEqualTo(
                                    List.of("environment: OPS_SECRET_LARGE_SECRET_KEY is missing"));
                });
    }
}
