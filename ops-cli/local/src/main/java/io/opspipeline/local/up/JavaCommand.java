package io.opspipeline.local.up;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Starts Java programs like this one: the same JDK, the same class path, and the start-up cache
/// that the launcher names in `OPS_AOT_CACHE`, if it is there.
public final class JavaCommand {

    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    // Half a process would keep its leases and do nothing for them.
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xss512k",
                    "-Duser.timezone=UTC",
                    "-Dfile.encoding=UTF-8",
                    "--enable-native-access=ALL-UNNAMED");

    private JavaCommand() {}

    /// The words that start a program.
    ///
    /// @param heapMegabytes its largest heap
    /// @param main its class
    public static List<String> of(int heapMegabytes, String main, List<String> words) {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("-Xmx" + heapMegabytes + "m");
        cache().ifPresent(file -> flags.add("-XX:AOTCache=" + file));
        return words(flags, main, words);
    }

    /// The words that start a program whose end writes the start-up cache.
    static List<String> training(Path cache, int heapMegabytes, String main, List<String> words) {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("-Xmx" + heapMegabytes + "m");
        flags.add("-XX:AOTCacheOutput=" + cache);
        return words(flags, main, words);
    }

    private static List<String> words(List<String> flags, String main, List<String> words) {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(flags);
        all.add("-cp");
        all.add(System.getProperty("java.class.path"));
        all.add(main);
        all.addAll(words);
        return all;
    }

    private static Optional<Path> cache() {
        return Optional.ofNullable(System.getenv("OPS_AOT_CACHE"))
                .map(Path::of)
                .filter(Files::exists);
    }
}
