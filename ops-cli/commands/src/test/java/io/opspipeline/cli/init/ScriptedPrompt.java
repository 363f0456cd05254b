package io.opspipeline.cli.init;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Somebody who answers each question in turn.
final class ScriptedPrompt implements Prompt {

    private final Deque<String> answers;

    private ScriptedPrompt(List<String> answers) {
        this.answers = new ArrayDeque<>(answers);
    }

    static ScriptedPrompt answering(String... answers) {
        return new ScriptedPrompt(List.of(answers));
    }

    static ScriptedPrompt nobody() {
        return new ScriptedPrompt(List.of());
    }

    @Override
    public Optional<String> line(String question) {
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<String> secret(String question) {
        return Optional.ofNullable(answers.poll());
    }
}
