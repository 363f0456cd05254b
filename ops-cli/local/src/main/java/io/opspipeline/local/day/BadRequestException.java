package io.opspipeline.local.day;

/// A day cannot be traded as asked: the message names the option, file, row or setting.
public final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message one line for the person who asked
    public BadRequestException(String message) {
        super(message);
    }
}
