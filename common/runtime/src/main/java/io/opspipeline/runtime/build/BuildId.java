package io.opspipeline.runtime.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The build that runs: version and commit, such as `0.1.0+4f2a91c03d55`, with `-dirty` when
/// sources were not committed. It stands on every run and execution, in health and in the start
/// line.
///
/// @param value never blank
public record BuildId(String value) {

    private static final String FILE = "build.properties";
    private static final BuildId CURRENT = read();

    /// Refuses a blank id.
    public BuildId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("build id must not be blank");
        }
    }

    /// The build of this process.
    public static BuildId current() {
        return CURRENT;
    }

    /// The id that a build's properties tell.
    ///
    /// @throws IllegalStateException naming the property that is missing
    static BuildId of(Properties build) {
        String version = required(build, "git.build.version");
        String commit = required(build, "git.commit.id.abbrev");
        boolean dirty = Boolean.parseBoolean(build.getProperty("git.dirty"));
        return new BuildId(version + "+" + commit + (dirty ? "-dirty" : ""));
    }

    private static String required(Properties build, String key) {
        String value = build.getProperty(key, "");
        if (value.isBlank()) {
            throw new IllegalStateException(FILE + " has no " + key + "; build with ./mvnw");
        }
        return value;
    }

    private static BuildId read() {
        try (InputStream file = BuildId.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing; build with ./mvnw");
            }
            var build = new Properties();
            build.load(file);
            return of(build);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
