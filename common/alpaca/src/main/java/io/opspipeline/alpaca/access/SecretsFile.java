package io.opspipeline.alpaca.access;

import io.opspipeline.domain.account.AccountId;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keys of accounts in a properties file that only its owner may read, one pair an account:
///
/// ```
/// large.key-id=...
/// large.secret-key=...
/// ```
///
/// A changed file is read again. A file that is not there holds nothing.
public final class SecretsFile {

    private static final String KEY_ID = ".key-id";
    private static final String SECRET_KEY = ".secret-key";
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private final Path file;
    private @Nullable Content content;

    /// Secrets of a file.
    public SecretsFile(Path file) {
        this.file = file;
    }

    /// Where it is.
    public Path path() {
        return file;
    }

    /// The credentials of an account; empty when the file has none for it.
    ///
    /// @throws IllegalStateException when others may read the file, or half a pair is missing;
    ///   values are never repeated
    public Optional<AlpacaCredentials> of(AccountId account) {
        Properties values = current();
        String keyId = values.getProperty(account + KEY_ID, "").strip();
        String secret = values.getProperty(account + SECRET_KEY, "").strip();
        if (keyId.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        if (keyId.isEmpty() || secret.isEmpty()) {
            throw new IllegalStateException(
                    "%s: %s is missing"
                            .formatted(file, account + (keyId.isEmpty() ? KEY_ID : SECRET_KEY)));
        }
        return Optional.of(new AlpacaCredentials(keyId, secret));
    }

    /// The accounts that it has a whole pair of, by name.
    public SortedSet<AccountId> accounts() {
        var accounts = new TreeSet<AccountId>();
        Properties values = current();
        values.stringPropertyNames().stream()
                .filter(name -> name.endsWith(KEY_ID))
                .map(name -> name.substring(0, name.length() - KEY_ID.length()))
                .filter(name ->
                        Stream.of(KEY_ID, SECRET_KEY)
                                .noneMatch(half -> values.getProperty(name + half, "").isBlank()))
                .map(AccountId::new)
                .forEach(accounts::add);
        return accounts;
    }

    private synchronized Properties current() {
        try {
            if (!Files.exists(file)) {
                return new Properties();
            }
            FileTime changed = Files.getLastModifiedTime(file);
            Content known = content;
            if (known == null || !known.changed().equals(changed)) {
                known = new Content(changed, read());
                content = known;
            }
            return known.values();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private Properties read() throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IllegalStateException(
                    "%s may be read by others; run: chmod 600 %s".formatted(file, file));
        }
        var values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        return values;
    }

    private record Content(FileTime changed, Properties values) {}
}
