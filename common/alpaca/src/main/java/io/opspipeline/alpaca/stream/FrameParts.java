package io.opspipeline.alpaca.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Joins the parts of a frame, text or binary.
final class FrameParts {

    private final Form form;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /// @param form what bytes hold
    FrameParts(Form form) {
        this.form = form;
    }

    void add(CharSequence part) {
        text.append(part);
    }

    void add(ByteBuffer part) {
        byte[] copied = new byte[part.remaining()];
        part.get(copied);
        bytes.writeBytes(copied);
    }

    /// The whole frame; the next one starts empty.
    Frame take() {
        Frame whole = whole();
        text.setLength(0);
        bytes.reset();
        return whole;
    }

    private Frame whole() {
        if (bytes.size() == 0) {
            return new Frame.Text(text.toString());
        }
        return switch (form) {
            case JSON -> Frame.Text.of(bytes.toByteArray());
            case MSGPACK -> new Frame.Packed(bytes.toByteArray());
        };
    }
}
