package io.opspipeline.alpaca.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeysTest {

    private static final AccountId LARGE = new AccountId("large");
    private static final AccountId TINY = new AccountId("tiny");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    @DisplayName("A-13, incident 70: an account without a secret gets none, never another's")
    void givesNobodyAnothersKeys() throws IOException {
        var keys = keys(Map.of(), "large.key-id=LK\nlarge.secret-key=LS\n");

        assertThat(keys.of(LARGE).map(Supplier::get)).contains(new AlpacaCredentials("LK", "LS"));
        assertThat(keys.of(TINY)).isEmpty();
        assertThat(keys.accounts()).containsExactly(LARGE);
    }

    @Test
    void prefersTheEnvironment() throws IOException {
        var keys =
                keys(
                        Map.of(
                                "OPS_SECRET_LARGE_KEY_ID", "EK",
                                "OPS_SECRET_LARGE_SECRET_KEY", "ES"),
                        "large.key-id=LK\nlarge.secret-key=LS\n");

        assertThat(keys.of(LARGE).map(Supplier::get)).contains(new AlpacaCredentials("EK", "ES"));
    }

    @Test
    @DisplayName("A-17, incident 76: a new secret is read without a restart")
    void readsAChangedFileAgain() throws IOException {
        var keys = keys(Map.of(), "large.key-id=LK\nlarge.secret-key=OLD\n");
        var supplier = keys.of(LARGE).orElseThrow();
        assertThat(supplier.get()).isEqualTo(new AlpacaCredentials("LK", "OLD"));

        Path file = write("large.key-id=LK\nlarge.secret-key=NEW\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(supplier.get()).isEqualTo(new AlpacaCredentials("LK", "NEW"));
    }

    @Test
    @DisplayName("A-12: a file that others may read is refused, and no value is repeated")
    void refusesAFileThatOthersMayRead() throws IOException {
        var keys = keys(Map.of(), "large.key-id=LK\nlarge.secret-key=LS\n");
        Files.setPosixFilePermissions(
                folder.resolve("secrets.properties"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> keys.of(LARGE))
                .hasMessageContaining("may be read by others; run: chmod 600")
                .hasMessageNotContaining("LS");
    }

    @Test
    void namesTheHalfThatIsMissing() throws IOException {
        var keys = keys(Map.of(), "large.key-id=LK\n");

        assertThatThrownBy(() -> keys.of(LARGE))
                .hasMessageEndingWith("large.secret-key is missing");
    }

    @Test
    @DisplayName("A-13: half a pair in the environment is named, never replaced by the file's pair")
    void namesTheMissingVariable() throws IOException {
        String file = "large.key-id=LK\nlarge.secret-key=LS\n";

        assertThatThrownBy(() -> keys(Map.of("OPS_SECRET_LARGE_KEY_ID", "EK"), file).of(LARGE))
                .hasMessage("environment: OPS_SECRET_LARGE_SECRET_KEY is missing");
        assertThatThrownBy(() -> keys(Map.of("OPS_SECRET_LARGE_SECRET_KEY", "ES"), file).of(LARGE))
                .hasMessage("environment: OPS_SECRET_LARGE_KEY_ID is missing");
    }

    @Test
    void doesNotAskForPricesWithHalfAPair() throws IOException {
        var keys =
                keys(
                        Map.of("OPS_SECRET_LARGE_KEY_ID", "EK"),
                        """
                        large.key-id=LK
                        large.secret-key=LS
                        tiny.key-id=TK
                        tiny.secret-key=TS
                        """);

        assertThat(keys.accounts()).containsExactly(LARGE, TINY);
        assertThat(keys.marketData()).isEqualTo(TINY);
    }

    @Test
    void countsWholePairsOnly() throws IOException {
        var keys =
                keys(
                        Map.of("OPS_SECRET_HUGE_KEY_ID", "HK"),
                        "half.key-id=K\ntiny.key-id=TK\ntiny.secret-key=TS\n");

        assertThat(keys.accounts()).containsExactly(TINY);
        assertThat(keys.marketData()).isEqualTo(TINY);
    }

    @Test
    void asksForPricesWithTheFirstAccount() throws IOException {
        var tiny = Map.of("OPS_SECRET_TINY_KEY_ID", "TK", "OPS_SECRET_TINY_SECRET_KEY", "TS");
        assertThat(keys(tiny, "").marketData()).isEqualTo(TINY);
        assertThatThrownBy(() -> keys(Map.of(), "").marketData())
                .hasMessageStartingWith("no account has credentials");
    }

    private LocalKeys keys(Map<String, String> environment, String text) throws IOException {
        return new LocalKeys(environment, new SecretsFile(write(text)));
    }

    private Path write(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.properties"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
