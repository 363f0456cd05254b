package io.opspipeline.domain.denial;

/// One denial.
///
/// @param code what it was
/// @param words the figures, or the broker's words, for people; never empty
public record Denial(DenialCode code, String words) {

    /// Refuses one that says nothing.
    public Denial {
        if (words.isBlank()) {
            throw new IllegalArgumentException(code + " without words");
        }
    }

    /// The code before the words.
    @Override
    public String toString() {
        return code + ": " + words;
    }
}
