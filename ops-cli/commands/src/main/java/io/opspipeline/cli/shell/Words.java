package io.opspipeline.cli.shell;

import io.opspipeline.runtime.setting.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Words that people mistype.
public final class Words {

    private static final int MOST_MISTAKES = 3;

    private Words() {}

    /// The known word that is nearest to a typed one, when it is near enough to be meant.
    public static Optional<String> nearest(String typed, Collection<String> known) {
        var distance = EditDistance.from(typed);
        return known.stream()
                .filter(word -> distance.applyAsInt(word) <= allowed(typed))
                .min(Comparator.comparingInt(distance));
    }

    /// A hint such as `; did you mean 'trades'?`, empty when nothing is near.
    public static String hint(String typed, Collection<String> known) {
        return nearest(typed, known).map("; did you mean '%s'?"::formatted).orElse("");
    }

    private static int allowed(String typed) {
        return Math.min(MOST_MISTAKES, Math.max(1, typed.length() / 2));
    }
}
