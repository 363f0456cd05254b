package io.opspipeline.alpaca.http;

/// A read was one too many; it may be repeated after the reset.
final class OneTooManyException extends UnreadableException {

    private static final long serialVersionUID = 1L;

    OneTooManyException(String message) {
        super(message);
    }
}
