package io.opspipeline.exchange.wire.stream;

/// What carries one connection's messages to its client.
public interface Wire {

    /// True until either side has ended it.
    boolean isOpen();

    /// A header of the handshake; empty text when it was not sent.
    String header(String name);

    /// Sends a message of text, without waiting for the client.
    void sendText(String message);

    /// Sends a message of bytes, without waiting for the client.
    void sendBytes(byte[] message);

    /// Says good-bye.
    void close(int code, String reason);
}
