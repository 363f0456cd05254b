package io.opspipeline.cli.init;

import java.io.Console;
import java.util.Optional;

/// Asks the person at the terminal.
interface Prompt {

    /// A line of text; empty when nobody is there to ask.
    Optional<String> line(String question);

    /// A line that is not shown while it is typed; empty when nobody is there to ask.
    Optional<String> secret(String question);

    /// The terminal of this process.
    static Prompt ofTerminal() {
        return new Prompt() {
            @Override
            public Optional<String> line(String question) {
                return terminal().map(console -> console.readLine("%s", question));
            }

            @Override
            public Optional<String> secret(String question) {
                return terminal()
                        .map(console -> console.readPassword("%s", question))
                        .map(String::valueOf);
            }
        };
    }

    private static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
