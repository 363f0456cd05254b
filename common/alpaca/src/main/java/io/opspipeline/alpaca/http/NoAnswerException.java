package io.opspipeline.alpaca.http;

/// A request got no answer: whether it arrived is not known.
public final class NoAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param message what was asked and what happened, without secrets
    /// @param cause what broke
    public NoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
