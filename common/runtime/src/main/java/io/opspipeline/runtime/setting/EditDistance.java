package io.opspipeline.runtime.setting;

import java.util.function.ToIntFunction;

/// How many letters must be put in, taken out or changed to make one word the other (Levenshtein).
public final class EditDistance {

    private EditDistance() {}

    /// The distance of any word from this one.
    public static ToIntFunction<String> from(String word) {
        return other -> between(word, other);
    }

    private static int between(String word, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= word.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
