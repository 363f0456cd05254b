package io.opspipeline.local.broker;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A properties file of the home folder that its owner alone may read. Lines of others, comments
/// included, stay as they are.
///
/// @param path of the file, which need not exist
public record PropertiesFile(Path path) {

    private static final String OWNER_ONLY = "rw-------";

    /// Every value by key; none when there is no file.
    ///
    /// @throws UncheckedIOException when it cannot be read
    public SequencedMap<String, String> values() {
        var properties = new Properties();
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path)) {
                properties.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot read " + path, failure);
            }
        }
        var values = new TreeMap<String, String>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    /// Sets values, and keeps everything else. The file is replaced in one step: who is interrupted
    /// leaves it as it was.
    ///
    /// @param values text without line breaks, by key
    /// @throws UncheckedIOException when it cannot be written
    public void put(Map<String, String> values) {
        try {
            List<String> lines = new ArrayList<>();
            for (String line : Files.exists(path) ? Files.readAllLines(path) : List.<String>of()) {
                if (!values.containsKey(key(line))) {
                    lines.add(line);
                }
            }
            new TreeMap<>(values)
                    .forEach((key, value) -> lines.add(key + "=" + value.replace("\\", "\\\\")));
            replace(lines);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + path, failure);
        }
    }

    private void replace(List<String> lines) throws IOException {
        Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
        Path written = Files.createTempFile(folder, path.getFileName().toString(), ".new");
        try {
            if (Files.getFileStore(written).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString(OWNER_ONLY));
            }
            Files.write(written, lines, StandardCharsets.UTF_8);
            Files.move(
                    written,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static String key(String line) {
        String text = line.strip();
        if (text.startsWith("#") || text.startsWith("!")) {
            return "";
        }
        return text.split("[=:\\s]", 2)[0];
    }
}
