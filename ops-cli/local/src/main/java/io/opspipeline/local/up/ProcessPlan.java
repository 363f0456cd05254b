package io.opspipeline.local.up;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How a process is started.
///
/// @param name as people know it
/// @param words its command line
/// @param environment added to that of the supervisor; may hold secrets and is never printed
/// @param printed gets what it prints on standard error
record ProcessPlan(String name, List<String> words, Map<String, String> environment, Path printed) {

    Process start() throws IOException {
        var builder =
                new ProcessBuilder(words)
                        .redirectError(ProcessBuilder.Redirect.appendTo(printed.toFile()));
        if (environment.keySet().stream().anyMatch(ProcessPlan::isSecret)) {
            builder.environment().keySet().removeIf(ProcessPlan::isSecret);
        }
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// A plan with keys of its own inherits nobody's.
    private static boolean isSecret(String variable) {
        return variable.startsWith("OPS_SECRET_");
    }

    @Override
    public String toString() {
        return name;
    }
}
