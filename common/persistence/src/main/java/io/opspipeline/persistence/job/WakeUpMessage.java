package io.opspipeline.persistence.job;

import io.opspipeline.domain.job.Topic;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// What travels through the channel: `BARS 2026-01-05T14:31:00Z`.
record WakeUpMessage(Topic topic, Instant asOf) {

    static final String CHANNEL = "ops_wake_up";

    String text() {
        return topic.name() + " " + asOf;
    }

    /// The message in a text; empty when the text is none of ours, such as a topic of a newer
    /// build.
    static Optional<WakeUpMessage> parse(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WakeUpMessage(Topic.valueOf(words[0]), Instant.parse(words[1])));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
